import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createScratchDatabase, type RunningStack, startStack } from "@patient-medical-history/local-stack";
import postgres from "postgres";
import { listSchemaFiles } from "../../scripts/schema/list-schema-files.ts";

const ROOT_DIR = join(import.meta.dirname, "../..");
const HELPERS = ["supabase/seed.sql", "supabase/tests/000_helpers/tests.signed_note.sql"];

/** A database of a test file's own, made from the schema files, the seed and the SQL test helpers. */
export interface TestDatabase {
  /** Logs in as the owner of the schema. */
  readonly sql: postgres.Sql;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a PostgreSQL server that ends with the test file, and makes the database in it.
 *
 * @param connections - how many connections `sql` may open
 * @returns the database, and what removes it and its server
 */
export async function startDatabase(connections = 1): Promise<TestDatabase> {
  const rootDir = await mkdtemp(join(tmpdir(), "test-database-"));
  const server = await startBareStack(rootDir);
  const stopServer = async () => {
    await server.stop();
    await rm(rootDir, { recursive: true, force: true });
  };
  try {
    const scratch = await createScratchDatabase(server.state, { files: [await joinSqlFiles(rootDir)] });
    const sql = postgres(scratch.url, { max: connections, onnotice: () => {} });
    return { sql, stop: () => sql.end().then(stopServer) };
  } catch (error) {
    await stopServer();
    throw error;
  }
}

// No migrations and no functions: what a test file needs of them it makes itself.
async function startBareStack(rootDir: string): Promise<RunningStack> {
  const supabaseDir = join(rootDir, "supabase");
  await mkdir(supabaseDir);
  return await startStack({ rootDir, supabaseDir });
}

// One file, hence one connection: settings made in the first schema file hold for the rest.
async function joinSqlFiles(folder: string): Promise<string> {
  const files = [...listSchemaFiles(ROOT_DIR), ...HELPERS.map((file) => join(ROOT_DIR, file))];
  const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
  const joined = join(folder, "database.sql");
  await writeFile(joined, texts.join("\n"));
  return joined;
}
