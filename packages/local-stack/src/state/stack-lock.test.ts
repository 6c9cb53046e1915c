import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { acquireStackLock } from "./stack-lock.ts";
import { type StackPaths, stackPaths } from "./stack-paths.ts";

let rootDir: string;
let paths: StackPaths;

beforeEach(async () => {
  rootDir = await mkdtemp(join(tmpdir(), "lock-"));
  paths = stackPaths(rootDir);
  await mkdir(paths.lock, { recursive: true });
});

afterEach(() => rm(rootDir, { recursive: true }));

/** Leaves the claim of a process that is no more, as a crash does. */
async function leaveClaim(pid: number, isHeld: boolean): Promise<void> {
  const file = join(paths.lock, randomUUID());
  await writeFile(file, JSON.stringify({ pid, identity: `${pid}@never` }));
  if (isHeld) await writeFile(`${file}.held`, "");
}

test("acquireStackLock() refuses while a living process holds the claim, and leaves that claim alone", async () => {
  const { release } = await acquireStackLock(paths);
  const claims = await readdir(paths.lock);
  await expect(acquireStackLock(paths)).rejects.toThrow(`pid ${process.pid}`);
  expect(await readdir(paths.lock)).toEqual(claims);
  await release();
});

test("acquireStackLock() clears the claims of dead processes away, even where a number lives on", async () => {
  const dead = spawn("true");
  await once(dead, "exit");
  await leaveClaim(dead.pid ?? 0, true);
  await leaveClaim(process.pid, true);
  await leaveClaim(process.pid, false);
  const { release } = await acquireStackLock(paths);
  expect(await readdir(paths.lock)).toHaveLength(2);
  await release();
});

test.each(Array.from({ length: 20 }, (_, round) => round))(
  "acquireStackLock() lets one of many newcomers have the clone of a dead process, round %i",
  async () => {
    await leaveClaim(process.pid, true);
    const attempts = await Promise.allSettled(Array.from({ length: 12 }, () => acquireStackLock(paths)));
    expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await readdir(paths.lock)).toHaveLength(2);
  },
);

test("releasing the claim leaves no file behind", async () => {
  const lock = await acquireStackLock(paths);
  expect(await lock.isHeld()).toBe(true);
  await lock.release();
  expect(await readdir(paths.lock)).toEqual([]);
});

test("a hold ends with the deletion of its folder, whoever claims the clone next", async () => {
  const lost = await acquireStackLock(paths);
  await rm(paths.lock, { recursive: true });
  const next = await acquireStackLock(paths);
  expect([await lost.isHeld(), await next.isHeld()]).toEqual([false, true]);
  await lost.release();
  expect(await next.isHeld()).toBe(true);
});
