import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { isDeepStrictEqual, promisify } from "node:util";
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
 * @throws StackError with the CLI's words when one fails
 */
export async function applyMigrations(dbUrl: string, supabaseDir: string): Promise<number> {
  const files = await readdir(join(supabaseDir, "migrations")).catch(() => []);
  const migrations = files.filter((file) => file.endsWith(".sql"));
  if (migrations.length === 0 || (await areApplied(dbUrl, migrations))) return migrations.length;
  const args = [supabaseCli(), "db", "push", `--remote=${dbUrl}`, "--yes", "--workdir", dirname(supabaseDir)];
  try {
    await run(process.execPath, args, { env: { ...process.env, PGSSLMODE: "disable", NO_COLOR: "1" } });
  } catch (error) {
    throw new StackError(
      "apply the migrations",
      outputOf(error),
      "mend the migration, or start from empty: --reset",
      error,
    );
  }
  return migrations.length;
}

// The command takes a second to find that out; every further start of a stack would wait for it.
async function areApplied(dbUrl: string, migrations: readonly string[]): Promise<boolean> {
  const sql = postgres(dbUrl, { max: 1, onnotice: () => {} });
  try {
    const [history] = await sql`select to_regclass('supabase_migrations.schema_migrations') is not null as exists`;
    if (history?.["exists"] !== true) return false;
    const applied = await sql<{ version: string }[]>`select version from supabase_migrations.schema_migrations`;
    const versions = applied.map(({ version }) => version).sort();
    return isDeepStrictEqual(versions, migrations.map((file) => file.split("_", 1)[0]).sort());
  } finally {
    await sql.end();
  }
}

function supabaseCli(): string {
  const manifest = createRequire(import.meta.url).resolve("supabase/package.json");
  return join(dirname(manifest), "dist", "supabase.js");
}

function outputOf(error: unknown): string {
  const output = error instanceof Error && "stderr" in error ? error.stderr : null;
  return typeof output === "string" && output !== "" ? output.trim() : "supabase db push ended without a word";
}
