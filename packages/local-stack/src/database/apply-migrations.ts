import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import postgres from "postgres";
import { StackError } from "../state/stack-error.ts";

const run = promisify(execFile);

/**
 * Applies the migrations a database does not have yet, by `supabase db push`, the command that deploys them. It is not
 * run for a database that has just these.
 *
 * @param dbUrl - logs in as the owner of the migrations
 * @param supabaseDir - the folder with `config.toml` and `migrations/`
 * @returns how many migration files there are
 * @throws StackError with the CLI's words when one fails; also when the file of an applied one is gone, or one is dated before it
 */
export async function applyMigrations(dbUrl: string, supabaseDir: string): Promise<number> {
  const files = await readdir(join(supabaseDir, "migrations")).catch(() => []);
  const migrations = files.filter((file) => file.endsWith(".sql"));
  if (migrations.length === 0) return 0;
  const applied = await appliedVersions(dbUrl);
  assertInOrder(migrations, applied);
  // The command takes a second to find out that nothing is left to do; every further start of a stack would wait for it.
  if (applied.length === migrations.length) return migrations.length;
  const args = [supabaseCli(), "db", "push", `--remote=${dbUrl}`, "--yes", "--workdir", dirname(supabaseDir)];
  try {
    await run(process.execPath, args, { env: { ...process.env, PGSSLMODE: "disable", NO_COLOR: "1" } });
  } catch (error) {
    throw migrationError(outputOf(error), "mend the migration", error);
  }
  return migrations.length;
}

async function appliedVersions(dbUrl: string): Promise<string[]> {
  const sql = postgres(dbUrl, { max: 1, onnotice: () => {} });
  try {
    const [history] = await sql`select to_regclass('supabase_migrations.schema_migrations') is not null as exists`;
    if (history?.["exists"] !== true) return [];
    const rows = await sql<{ version: string }[]>`
      select version from supabase_migrations.schema_migrations order by version`;
    return rows.map(({ version }) => version);
  } finally {
    await sql.end();
  }
}

// The command refuses these, too, with advice for a project in the cloud.
function assertInOrder(migrations: readonly string[], applied: readonly string[]): void {
  const versions = migrations.map(versionOf);
  const gone = applied.find((version) => !versions.includes(version));
  if (gone !== undefined) throw migrationError(`${gone} is applied and its file is gone`, "put the file back");
  const latest = applied.at(-1) ?? "";
  const late = migrations.find((file) => versionOf(file) < latest && !applied.includes(versionOf(file)));
  if (late !== undefined)
    throw migrationError(`${late} is dated before ${latest}, which is applied`, "date the file later");
}

const versionOf = (file: string): string => file.split("_", 1)[0] ?? file;

function migrationError(why: string, remedy: string, cause?: unknown): StackError {
  return new StackError("apply the migrations", why, `${remedy}, or start from empty: --reset`, cause);
}

function supabaseCli(): string {
  const manifest = createRequire(import.meta.url).resolve("supabase/package.json");
  return join(dirname(manifest), "dist", "supabase.js");
}

function outputOf(error: unknown): string {
  const output = error instanceof Error && "stderr" in error ? error.stderr : null;
  return typeof output === "string" && output !== "" ? output.trim() : "supabase db push ended without a word";
}
