import { readProcess } from "./read-process.ts";

/**
 * Tells whether a process still is the one it was: the answer stays equal as long as it lives.
 *
 * @param pid - process id
 * @returns its identity, or `null` when no such process runs
 */
export async function processIdentity(pid: number): Promise<string | null> {
  return (await readProcess(pid))?.identity ?? null;
}
