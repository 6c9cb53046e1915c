import { readdirSync, readFileSync, writeFileSync } from "node:fs";

/** Makes the kernel forget the peak so far, see proc_pid_clear_refs(5). */
const RESET_PEAK = "5";

/**
 * Watches how much memory the processes of a stack's functions take, where the system tells (`/proc`).
 *
 * @param stackPid - process id of the stack
 * @returns what reads the peak of each one's resident memory since this call, in megabytes; none on other systems
 */
export function watchFunctionMemory(stackPid: number): () => number[] {
  for (const pid of functionPids(stackPid)) forgetPeak(pid);
  return () => functionPids(stackPid).map((pid) => Number.parseInt(readStatus(pid)["VmHWM"] ?? "0", 10) / 1024);
}

function forgetPeak(pid: string): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, RESET_PEAK);
  } catch {
    // Where the kernel does not, the peak is that of its whole life, which is no less.
  }
}

function functionPids(stackPid: number): string[] {
  try {
    return readdirSync("/proc").filter((entry) => {
      if (!/^\d+$/.test(entry)) return false;
      const status = readStatus(entry);
      return status["Name"] === "deno" && status["PPid"] === String(stackPid);
    });
  } catch {
    return [];
  }
}

function readStatus(pid: string): Record<string, string | undefined> {
  try {
    const lines = readFileSync(`/proc/${pid}/status`, "utf8").split("\n");
    return Object.fromEntries(lines.map((line) => line.split(/:\s+/)));
  } catch {
    // It ended between the listing and the reading.
    return {};
  }
}
