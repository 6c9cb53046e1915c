import { chmod, cp, mkdtemp, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assertOwn } from "./assert-own.ts";
import { shortHash } from "./short-hash.ts";

/**
 * Copies PostgreSQL's programs to the temporary folder, where every account can run them; one copy serves all clones.
 *
 * @param installed - the folder npm installed them in
 * @returns the copy, whole even when two stacks make it at the same time
 * @throws StackError when somebody else put a folder in its place
 */
export async function copyPrograms(installed: string): Promise<string> {
  const copy = join(tmpdir(), `stack-programs-${shortHash(installed)}`);
  if (await stat(copy).catch(() => null)) return assertOwn(copy);
  // Copied under another name first: a folder of the right name is a whole one, however the copying ended.
  const unfinished = await mkdtemp(`${copy}-`);
  await cp(installed, unfinished, { recursive: true, verbatimSymlinks: true });
  await chmod(unfinished, 0o755);
  // Another stack may have been faster, then its copy serves as well.
  await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true }));
  return assertOwn(copy);
}
