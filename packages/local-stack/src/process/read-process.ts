import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What the operating system tells about a living process. */
export interface ProcessFacts {
  /** Tells it from every other process that ever had its number: ids are reused, id and start time together are not. */
  readonly identity: string;
  readonly parentPid: number;
  /** Program and arguments. */
  readonly command: readonly string[];
}

/**
 * Reads who a process is.
 *
 * @param pid - process id
 * @returns its facts, or `null` when no such process runs (a zombie counts as gone)
 * @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html fields 3 (state), 4 (ppid) and 22 (starttime)
 */
export async function readProcess(pid: number): Promise<ProcessFacts | null> {
  return process.platform === "linux" ? readFromProc(pid) : readFromPs(pid);
}

async function readFromProc(pid: number): Promise<ProcessFacts | null> {
  const [stat, command] = await Promise.all(
    ["stat", "cmdline"].map((file) => readFile(`/proc/${pid}/${file}`, "utf8").catch(() => null)),
  );
  if (!stat || command === null || command === undefined) return null;
  // The command name (field 2) may hold spaces and brackets, so fields are counted from its last bracket.
  const [state, parent, ...later] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (state === "Z" || state === "X") return null;
  return { identity: `${pid}@${later[17]}`, parentPid: Number(parent), command: command.split("\0").slice(0, -1) };
}

async function readFromPs(pid: number): Promise<ProcessFacts | null> {
  const listed = await run("ps", ["-o", "ppid=,lstart=,command=", "-p", String(pid)], { env: { LC_ALL: "C" } }).catch(
    () => null,
  );
  // For example "  501 Sat Nov 21 12:14:17 2026     /usr/bin/node scripts/stack.ts".
  const fields = listed?.stdout.trim().split(/\s+/) ?? [];
  if (fields.length < 7) return null;
  return { identity: `${pid}@${fields.slice(1, 6).join(" ")}`, parentPid: Number(fields[0]), command: fields.slice(6) };
}
