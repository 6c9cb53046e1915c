import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm } from "node:fs/promises";
import { z } from "zod";
import { processIdentity } from "../process/process-identity.ts";
import { StackError } from "./stack-error.ts";
import type { StackPaths } from "./stack-paths.ts";
import { writePrivateFile } from "./write-private-file.ts";

const Lock = z.object({ pid: z.int(), identity: z.string() });

/**
 * Claims a clone for this process, so that one stack at most runs in it; the claim of a dead process is taken over.
 *
 * @param paths - the clone's stack paths; the folder exists
 * @returns what gives the claim back
 * @throws StackError when a living process holds the claim
 */
export async function acquireStackLock(paths: StackPaths): Promise<() => Promise<void>> {
  const identity = await processIdentity(process.pid);
  const mine = JSON.stringify({ pid: process.pid, identity });
  const draft = `${paths.lock}.${randomUUID()}`;
  await writePrivateFile(draft, mine);
  try {
    while (!(await claim(draft, paths.lock))) await clearDeadClaim(paths.lock);
  } finally {
    await rm(draft, { force: true });
  }
  return () => rm(paths.lock, { force: true });
}

// link(2) fails where the name exists, which makes it the atomic test-and-set of a file system.
async function claim(draft: string, lock: string): Promise<boolean> {
  try {
    await link(draft, lock);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

async function clearDeadClaim(lock: string): Promise<void> {
  const text = await readFile(lock, "utf8").catch(() => null);
  if (text === null) return;
  const holder = Lock.parse(JSON.parse(text));
  if ((await processIdentity(holder.pid)) === holder.identity) {
    throw new StackError(
      "start the stack",
      `one already runs in this clone (pid ${holder.pid})`,
      `use it as it is, or stop it first: kill ${holder.pid}`,
    );
  }
  await moveAside(lock, text);
}

// Two newcomers may both find the dead claim; the slower must not remove the claim the faster one has just made.
async function moveAside(lock: string, deadClaim: string): Promise<void> {
  const aside = `${lock}.${randomUUID()}`;
  const moved = await rename(lock, aside).then(
    () => true,
    () => false,
  );
  if (!moved) return;
  if ((await readFile(aside, "utf8")) !== deadClaim) await claim(aside, lock);
  await rm(aside, { force: true });
}
