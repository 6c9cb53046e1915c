import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { readStackState } from "@patient-medical-history/local-stack";
import { afterEach, expect, test } from "vitest";
import { runStack, type StackProcess } from "./support/run-command.ts";
import { usedClone } from "./support/temporary-clone.ts";

const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function start(rootDir: string): Promise<StackProcess> {
  const stack = await runStack(rootDir);
  closers.push(() => stack.end("SIGTERM"));
  return stack;
}

test("a stack whose .stack folder was deleted ends without touching what the next stack wrote there", async () => {
  const clone = await usedClone();
  closers.push(clone.remove);
  const home = join(clone.rootDir, ".stack");
  const old = await start(clone.rootDir);
  await rm(home, { recursive: true });

  const next = await start(clone.rootDir);
  const children = await readFile(join(home, "processes.json"), "utf8");
  expect(await old.end("SIGTERM")).toBe(0);
  expect(await readStackState(clone.rootDir)).toMatchObject({ apiUrl: next.apiUrl, pid: next.child.pid });
  expect(await readFile(join(home, "processes.json"), "utf8")).toBe(children);
});
