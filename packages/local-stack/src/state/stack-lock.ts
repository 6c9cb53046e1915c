import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { processIdentity } from "../process/process-identity.ts";
import { StackError } from "./stack-error.ts";
import type { StackPaths } from "./stack-paths.ts";
import { writePrivateFile } from "./write-private-file.ts";

const POLL_INTERVAL_MS = 10;
const HELD = ".held";
const Holder = z.object({ pid: z.int(), identity: z.string() });

/** A claim of a living process; `name` is unique, and its order settles who goes first. */
interface Claim {
  readonly name: string;
  readonly pid: number;
  readonly isHeld: boolean;
}

/** A process's hold on a clone. */
export interface StackLock {
  /** Tells whether the claim is still there: with it gone, what lies in the folder may be another stack's. */
  readonly isHeld: () => Promise<boolean>;
  /** Gives the claim back. */
  readonly release: () => Promise<void>;
}

/**
 * Claims a clone for this process, so that one stack at most runs in it; the claim of a dead process counts for nothing.
 *
 * Each newcomer writes a claim of its own before it looks at the others', so of any two the later one sees the earlier.
 * It gives way to a claim that is held or goes first, waits for one that has to give way to it, and then marks its own
 * as held. A claim is never renamed or written over, so nobody misses one or removes one that has just been made.
 *
 * @param paths - the clone's stack paths; the folder exists
 * @returns the hold, which ends unasked where somebody deletes the folder
 * @throws StackError when a living process has the clone
 */
export async function acquireStackLock(paths: StackPaths): Promise<StackLock> {
  const identity = await processIdentity(process.pid);
  const mine = randomUUID();
  const file = join(paths.lock, mine);
  await mkdir(paths.lock, { recursive: true });
  await writePrivateFile(file, JSON.stringify({ pid: process.pid, identity }));
  try {
    await outwait(paths.lock, mine);
    await writePrivateFile(file + HELD, "");
  } catch (error) {
    await remove(file);
    throw error;
  }
  return { isHeld: () => exists(file + HELD), release: () => remove(file) };
}

async function outwait(folder: string, mine: string): Promise<void> {
  for (;;) {
    const others = await livingClaims(folder, mine);
    const winner = others.find(({ isHeld, name }) => isHeld || name < mine);
    if (winner) throw refusal(winner.pid);
    if (others.length === 0) return;
    await delay(POLL_INTERVAL_MS);
  }
}

async function livingClaims(folder: string, mine: string): Promise<Claim[]> {
  // A claim that is being written has a longer name until it is whole, a mark has too.
  const names = (await readdir(folder)).filter((name) => name !== mine && z.uuid().safeParse(name).success);
  const claims = await Promise.all(names.map((name) => readClaim(folder, name)));
  return claims.filter((claim) => claim !== null);
}

async function readClaim(folder: string, name: string): Promise<Claim | null> {
  const file = join(folder, name);
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) return null;
  const { pid, identity } = Holder.parse(JSON.parse(text));
  if ((await processIdentity(pid)) !== identity) {
    await remove(file);
    return null;
  }
  return { name, pid, isHeld: await exists(file + HELD) };
}

async function exists(file: string): Promise<boolean> {
  return (await stat(file).catch(() => null)) !== null;
}

async function remove(claim: string): Promise<void> {
  await rm(claim + HELD, { force: true });
  await rm(claim, { force: true });
}

function refusal(pid: number): StackError {
  return new StackError(
    "start the stack",
    `one already runs in this clone (pid ${pid})`,
    `use it as it is, or stop it first: kill ${pid}`,
  );
}
