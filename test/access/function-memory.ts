import { readdirSync, readFileSync } from "node:fs";

/**
 * Reads how much memory the processes of a stack's functions held at most, where the system tells (`/proc`).
 *
 * @param stackPid - process id of the stack
 * @returns peak of each one's resident memory in megabytes, none on other systems
 */
export function functionMemoryMegabytes(stackPid: number): number[] {
  try {
    return readdirSync("/proc")
      .filter((entry) => /^\d+$/.test(entry))
      .flatMap((pid) => {
        const status = readStatus(pid);
        const isFunction = status["Name"] === "deno" && status["PPid"] === String(stackPid);
        return isFunction ? [Number.parseInt(status["VmHWM"] ?? "0", 10) / 1024] : [];
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
