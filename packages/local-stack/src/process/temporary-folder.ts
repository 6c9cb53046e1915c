import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { guardOrphan } from "./guard-orphan.ts";

/** A folder of one process's own. */
export interface TemporaryFolder {
  readonly path: string;
  readonly remove: () => Promise<void>;
}

/**
 * Makes an empty folder that goes when it is removed, or else with the process that made it.
 *
 * @param prefix - how its name begins
 * @example
 * const folder = await temporaryFolder("bench-");
 * await folder.remove();
 */
export async function temporaryFolder(prefix: string): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), prefix));
  const release = guardOrphan({ folder: path });
  return {
    path,
    remove: async () => {
      await rm(path, { recursive: true, force: true });
      release();
    },
  };
}
