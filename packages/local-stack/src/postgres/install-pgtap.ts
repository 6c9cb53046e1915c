import { execFile } from "node:child_process";
import { cp, mkdtemp, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Copies the pgTAP extension from npm beside PostgreSQL's own, so that `create extension pgtap` works.
 *
 * @param programs - the folder that holds PostgreSQL's `share/`
 */
export async function installPgtap(programs: string): Promise<void> {
  const extensions = join(programs, "share", "postgresql", "extension");
  if (await stat(join(extensions, "pgtap.control")).catch(() => null)) return;
  const entry = createRequire(import.meta.url).resolve("@electric-sql/pglite-pgtap");
  const unpacked = await mkdtemp(join(tmpdir(), "pgtap-"));
  try {
    await run("tar", ["-xzf", join(dirname(entry), "pgtap.tar.gz"), "-C", unpacked]);
    await cp(join(unpacked, "share", "postgresql", "extension"), extensions, { recursive: true });
  } finally {
    await rm(unpacked, { recursive: true, force: true });
  }
}
