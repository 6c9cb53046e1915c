import { join } from "node:path";
import postgres from "postgres";
import { listTestHelpers } from "../../scripts/schema/list-test-helpers.ts";
import { createDatabase } from "./create-database.ts";

const ROOT_DIR = join(import.meta.dirname, "../..");
const HELPERS = listTestHelpers(ROOT_DIR);

/** A database of a test file's own, made from the schema files, the seed and the SQL test helpers. */
export interface TestDatabase {
  /** Logs in as the owner of the schema. */
  readonly sql: postgres.Sql;
  /** Where it is, for programs that connect themselves. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * Makes the database in the server of the run.
 *
 * @param connections - how many connections `sql` may open
 * @param sqlFiles - absolute paths of SQL files that put more into it
 * @returns the database, and what removes it
 */
export async function startDatabase(connections = 1, sqlFiles: readonly string[] = []): Promise<TestDatabase> {
  const seed = join(ROOT_DIR, "supabase/seed.sql");
  const scratch = await createDatabase({ from: "schemas", followedBy: [seed, ...HELPERS, ...sqlFiles] });
  const sql = postgres(scratch.url, { max: connections, onnotice: () => {} });
  const stop = async () => {
    await sql.end();
    await scratch.drop();
  };
  return { sql, url: scratch.url, stop };
}
