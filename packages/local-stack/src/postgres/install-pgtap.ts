import { execFile } from "node:child_process";
import { mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const CONTROL = "pgtap.control";

/**
 * Puts the pgTAP extension from npm beside PostgreSQL's own, so that `create extension pgtap` works; whole even when several
 * stacks do so at the same time.
 *
 * @param programs - the folder that holds PostgreSQL's `share/`
 */
export async function installPgtap(programs: string): Promise<void> {
  const shared = join(programs, "share", "postgresql");
  const extensions = join(shared, "extension");
  if (await stat(join(extensions, CONTROL)).catch(() => null)) return;
  const entry = createRequire(import.meta.url).resolve("@electric-sql/pglite-pgtap");
  // In the same file system, so that a file is there whole or not at all.
  const unpacked = await mkdtemp(join(shared, "pgtap-"));
  try {
    await run("tar", ["-xzf", join(dirname(entry), "pgtap.tar.gz"), "-C", unpacked]);
    const files = join(unpacked, "share", "postgresql", "extension");
    const scripts = (await readdir(files)).filter((file) => file !== CONTROL);
    // Last, since it says that the others are there.
    for (const file of [...scripts, CONTROL]) await rename(join(files, file), join(extensions, file));
  } finally {
    await rm(unpacked, { recursive: true, force: true });
  }
}
