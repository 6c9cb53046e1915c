import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);
const MAX_OUTPUT_BYTES = 16 * 1024 * 1024;

/** What a command of the Supabase CLI wrote. */
export interface SupabaseOutput {
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the pinned Supabase CLI in the repository, as a deployment does.
 *
 * @param rootDir Absolute path of the folder that holds `supabase/`.
 * @param args The command and its flags, such as `["db", "push", "--remote=postgresql://…"]`.
 * @returns What it wrote to stdout and stderr.
 * @throws Error with `code`, `stdout` and `stderr` when it exits with another status than 0.
 * @see https://supabase.com/docs/reference/cli
 */
export async function runSupabase(rootDir: string, args: readonly string[]): Promise<SupabaseOutput> {
  const manifest = createRequire(import.meta.url).resolve("supabase/package.json");
  return await execute(process.execPath, [join(dirname(manifest), "dist", "supabase.js"), ...args], {
    cwd: rootDir,
    maxBuffer: MAX_OUTPUT_BYTES,
    env: { ...process.env, PGSSLMODE: "disable", NO_COLOR: "1", FIREBASE_PROJECT_ID: "patient-medical-history-local" },
  });
}
