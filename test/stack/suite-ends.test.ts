import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { type TemporaryFolder, temporaryFolder } from "@patient-medical-history/local-stack";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { listProcesses } from "./support/list-processes.ts";

const RUNNER = join(import.meta.dirname, "support/held-suite/run.ts");
const PATIENCE = { timeout: 60_000, interval: 50 };
const Held = z.object({ vitestPid: z.int(), data: z.string() });

let folder: TemporaryFolder;
let runner: ChildProcess;

beforeEach(async () => {
  folder = await temporaryFolder("suite-ends-");
});

afterEach(async () => {
  runner.kill("SIGTERM");
  await folder.remove();
});

/** Starts a suite of which no test ends by itself, and says where it tells what it started. */
function startSuite(environment: Readonly<Record<string, string>> = {}): string {
  const file = join(folder.path, "held.json");
  const env = { ...process.env, HELD_SUITE_FILE: file, TEST_STACK_STATE: undefined, ...environment };
  runner = spawn(process.execPath, [RUNNER], { stdio: "ignore", env });
  return file;
}

/** The same, and waits until its scratch server runs. */
async function holdSuite(): Promise<z.infer<typeof Held>> {
  const file = startSuite();
  const held = Held.parse(JSON.parse(await vi.waitFor(() => readFile(file, "utf8"), PATIENCE)));
  expect(await listProcesses(held.data)).toHaveLength(1);
  return held;
}

/** Waits until neither a process nor a file of the held scratch server is left. */
async function nothingIsLeftOf(held: z.infer<typeof Held>): Promise<void> {
  await vi.waitFor(async () => expect(await listProcesses(held.data)).toEqual([]), PATIENCE);
  await vi.waitFor(() => expect(stat(held.data)).rejects.toThrow("ENOENT"), PATIENCE);
}

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("a suite ended by %s hands it on, exits with %i and leaves nothing", async (signal, code) => {
  const held = await holdSuite();
  const exit = once(runner, "exit");
  runner.kill(signal);
  expect(await exit).toEqual([code, null]);
  await nothingIsLeftOf(held);
});

test("a suite whose vitest is killed leaves nothing", async () => {
  const held = await holdSuite();
  const exit = once(runner, "exit");
  process.kill(held.vitestPid, "SIGKILL");
  expect(await exit).not.toEqual([0, null]);
  await nothingIsLeftOf(held);
});

test("a suite of which a check fails ends its tests and fails", async () => {
  startSuite({ HELD_SUITE_CHECK: "a-check-there-is-none-of" });
  expect(await once(runner, "exit")).toEqual([1, null]);
});
