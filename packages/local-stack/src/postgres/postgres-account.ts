import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The operating system account PostgreSQL runs as; empty for the account of this process. */
export type PostgresAccount = { readonly uid: number; readonly gid: number } | Record<string, never>;

/**
 * Chooses the account for PostgreSQL, which refuses to run as root: there, the unprivileged `nobody` takes its place,
 * so that no account has to be made on the host.
 */
export async function postgresAccount(): Promise<PostgresAccount> {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = await Promise.all([run("id", ["-u", "nobody"]), run("id", ["-g", "nobody"])]);
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}
