import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Tells one process from every other that ever had its number: process ids are reused, a pair of id and start time is not.
 *
 * @param pid - process id
 * @returns a string that stays equal as long as the process lives, or `null` when no such process runs (a zombie counts as gone)
 * @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html field 22 (`starttime`)
 */
export async function processIdentity(pid: number): Promise<string | null> {
  return process.platform === "linux" ? identityFromProc(pid) : identityFromPs(pid);
}

async function identityFromProc(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  if (stat === null) return null;
  // The command name (field 2) may hold spaces and brackets, so fields are counted from its last bracket.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const state = fields[0];
  return state === "Z" || state === "X" ? null : `${pid}@${fields[19]}`;
}

async function identityFromPs(pid: number): Promise<string | null> {
  const started = await run("ps", ["-o", "lstart=", "-p", String(pid)], { env: { LC_ALL: "C" } }).catch(() => null);
  const text = started?.stdout.trim();
  return text ? `${pid}@${text}` : null;
}
