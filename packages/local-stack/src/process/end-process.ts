import { setTimeout as delay } from "node:timers/promises";
import { processIdentity } from "./process-identity.ts";

const POLL_INTERVAL_MS = 20;

/**
 * Ends a process by its identity and waits until it is gone: asks with a signal first, kills after a grace period.
 * A process that merely reuses the number is left alone.
 *
 * @param identity - what {@link processIdentity} returned while the process was known to be ours
 * @param options - `signal` to ask with, `graceMs` to wait before SIGKILL
 * @example
 * await endProcess(postgres.identity, { signal: "SIGINT", graceMs: 10_000 });
 */
export async function endProcess(
  identity: string,
  options: { signal: NodeJS.Signals; graceMs: number },
): Promise<void> {
  const pid = Number.parseInt(identity, 10);
  if ((await processIdentity(pid)) !== identity) return;
  sendSignal(pid, options.signal);
  const deadlineMs = performance.now() + options.graceMs;
  while ((await processIdentity(pid)) === identity) {
    if (performance.now() > deadlineMs) sendSignal(pid, "SIGKILL");
    await delay(POLL_INTERVAL_MS);
  }
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // It ended between the check and the signal, which is what was wanted.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
