import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, test } from "vitest";
import { endProcess } from "./end-process.ts";
import { processIdentity } from "./process-identity.ts";

let child: ChildProcess;

afterEach(() => {
  child.kill("SIGKILL");
});

async function start(script: string): Promise<string> {
  child = spawn(process.execPath, ["-e", `${script}; setInterval(() => {}, 1000); console.log("up")`]);
  if (child.stdout) await once(child.stdout, "data");
  return (await processIdentity(child.pid ?? 0)) ?? "";
}

test("endProcess() leaves a process alone that merely has the number of the one it was asked for", async () => {
  const identity = await start("");
  await endProcess(`${child.pid}@1`, { signal: "SIGKILL", graceMs: 0 });
  expect(await processIdentity(child.pid ?? 0)).toBe(identity);
});

test("endProcess() asks with the signal and waits until the process is gone", async () => {
  const identity = await start("process.on('SIGTERM', () => process.exit(7))");
  const exit = once(child, "exit");
  await endProcess(identity, { signal: "SIGTERM", graceMs: 10_000 });
  expect(await exit).toEqual([7, null]);
});

test("endProcess() kills a process that does not listen", async () => {
  const identity = await start("process.on('SIGTERM', () => {})");
  const exit = once(child, "exit");
  await endProcess(identity, { signal: "SIGTERM", graceMs: 0 });
  expect(await exit).toEqual([null, "SIGKILL"]);
});

test("endProcess() has nothing to do for a process that is gone", async () => {
  const identity = await start("");
  const exit = once(child, "exit");
  child.kill("SIGKILL");
  await exit;
  await expect(endProcess(identity, { signal: "SIGTERM", graceMs: 0 })).resolves.toBeUndefined();
});
