import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { processIdentity } from "../process/process-identity.ts";
import { acquireStackLock } from "./stack-lock.ts";
import { type StackPaths, stackPaths } from "./stack-paths.ts";

let rootDir: string;
let paths: StackPaths;

beforeEach(async () => {
  rootDir = await mkdtemp(join(tmpdir(), "lock-"));
  paths = stackPaths(rootDir);
  await mkdir(paths.home);
});

afterEach(() => rm(rootDir, { recursive: true }));

test("acquireStackLock() refuses while a living process holds the claim, and leaves that claim alone", async () => {
  const release = await acquireStackLock(paths);
  const claim = await readFile(paths.lock, "utf8");
  await expect(acquireStackLock(paths)).rejects.toThrow(`pid ${process.pid}`);
  expect(await readFile(paths.lock, "utf8")).toBe(claim);
  await release();
});

test("acquireStackLock() takes over the claim of a dead process, even where its number lives on", async () => {
  const dead = spawn("true");
  await once(dead, "exit");
  await writeFile(paths.lock, JSON.stringify({ pid: dead.pid, identity: `${dead.pid}@1` }));
  await (await acquireStackLock(paths))();

  await writeFile(paths.lock, JSON.stringify({ pid: process.pid, identity: `${process.pid}@1` }));
  await (await acquireStackLock(paths))();
});

test("acquireStackLock() lets one of many newcomers have a dead process's claim", async () => {
  await writeFile(paths.lock, JSON.stringify({ pid: 1, identity: "1@never" }));
  const attempts = await Promise.allSettled(Array.from({ length: 16 }, () => acquireStackLock(paths)));
  expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(JSON.parse(await readFile(paths.lock, "utf8"))).toMatchObject({
    identity: await processIdentity(process.pid),
  });
});

test("releasing the claim leaves no file behind", async () => {
  await (await acquireStackLock(paths))();
  expect(await readdir(paths.home)).toEqual([]);
});
