import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { InterruptionError } from "@patient-medical-history/local-stack";
import { z } from "zod";

const ROOT = join(import.meta.dirname, "../..");

/**
 * Runs a program of `node_modules/.bin` in the repository, showing its output.
 *
 * @param program - Its name.
 * @param args - Its arguments.
 * @param environment - Variables laid over those of this process.
 * @param signal - Ends the program and all it started, by the signal its reason names.
 * @returns The exit code.
 * @throws InterruptionError - When it was ended by `signal`, and it is gone.
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<number> {
  signal.throwIfAborted();
  // A process group of its own: turbo and vitest start others and do not end them all when they are told to end.
  const child = spawn(join(ROOT, "node_modules/.bin", program), args, {
    cwd: ROOT,
    stdio: ["ignore", "inherit", "inherit"],
    detached: true,
    env: { ...process.env, ...environment, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" },
  });
  const exit = once(child, "exit");
  const forward = () => endGroup(child.pid, signal.reason);
  signal.addEventListener("abort", forward);
  const [code] = z.tuple([z.int().nullable(), z.unknown()]).parse(await exit);
  signal.removeEventListener("abort", forward);
  signal.throwIfAborted();
  return code ?? 1;
}

function endGroup(leader: number | undefined, reason: unknown): void {
  if (leader === undefined || !(reason instanceof InterruptionError)) return;
  try {
    process.kill(-leader, reason.signal);
  } catch (error) {
    // It ended between the check and the signal, which is what was wanted.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
