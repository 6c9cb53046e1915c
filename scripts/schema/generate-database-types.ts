import { execFile } from "node:child_process";
import { join } from "node:path";
import { runSupabase } from "./run-supabase.ts";

const HEADER = "// Generated from the migrations by `npx pnpm@10 run types`: never edited.\n\n";

/**
 * Generates the TypeScript types of the schema `public`, for supabase-js.
 *
 * @param rootDir Absolute path of the repository.
 * @param databaseUrl Connection URL of a database made from the migrations.
 * @returns The source text, formatted as the rest of the repository.
 * @throws Error when the Supabase CLI or the formatter fails.
 * @see https://supabase.com/docs/guides/api/rest/generating-types
 */
export async function generateDatabaseTypes(rootDir: string, databaseUrl: string): Promise<string> {
  const args = ["gen", "types", "typescript", "--schema", "public", `--remote=${databaseUrl}`];
  const { stdout } = await runSupabase(rootDir, args);
  return HEADER + (await format(rootDir, stdout));
}

function format(rootDir: string, source: string): Promise<string> {
  const biome = join(rootDir, "node_modules", ".bin", "biome");
  return new Promise((resolve, reject) => {
    const child = execFile(biome, ["format", "--stdin-file-path=types.ts"], { cwd: rootDir }, (error, stdout) =>
      error === null ? resolve(stdout) : reject(error),
    );
    child.stdin?.end(source);
  });
}
