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
let held: z.infer<typeof Held>;

beforeEach(async () => {
  folder = await temporaryFolder("suite-ends-");
  const file = join(folder.path, "held.json");
  const env = { ...process.env, HELD_SUITE_FILE: file, TEST_STACK_STATE: undefined };
  runner = spawn(process.execPath, [RUNNER], { stdio: "ignore", env });
  held = Held.parse(JSON.parse(await vi.waitFor(() => readFile(file, "utf8"), PATIENCE)));
  expect(await listProcesses(held.data)).toHaveLength(1);
});

afterEach(async () => {
  runner.kill("SIGTERM");
  await folder.remove();
});

/** Waits until neither a process nor a file of the held scratch server is left. */
async function nothingIsLeft(): Promise<void> {
  await vi.waitFor(async () => expect(await listProcesses(held.data)).toEqual([]), PATIENCE);
  await vi.waitFor(() => expect(stat(held.data)).rejects.toThrow("ENOENT"), PATIENCE);
}

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("a suite ended by %s hands it on, exits with %i and leaves nothing", async (signal, code) => {
  const exit = once(runner, "exit");
  runner.kill(signal);
  expect(await exit).toEqual([code, null]);
  await nothingIsLeft();
});

test("a suite whose vitest is killed leaves nothing", async () => {
  const exit = once(runner, "exit");
  process.kill(held.vitestPid, "SIGKILL");
  expect(await exit).not.toEqual([0, null]);
  await nothingIsLeft();
});
