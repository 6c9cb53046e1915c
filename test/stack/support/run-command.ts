import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { guardChild } from "@patient-medical-history/local-stack";

const COMMAND = join(import.meta.dirname, "command.ts");

/** What a command that ended left behind. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs `stack` or `token` on a clone as a process of its own, and waits for its end.
 *
 * @param command - its name
 * @param rootDir - the clone
 * @param args - its options
 */
export async function runCommand(command: "stack" | "token", rootDir: string, ...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [COMMAND, command, rootDir, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { code, stdout, stderr };
}

/** A `stack` command that said it is ready. */
export interface StackProcess {
  readonly child: ChildProcess;
  readonly apiUrl: string;
  /** Sends a signal and waits for the end of the process; answers its exit code. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
}

/**
 * Runs `stack` on a clone as a process of its own, and waits for its line `ready <apiUrl>`.
 *
 * @param rootDir - the clone
 * @param args - its options
 * @throws Error with what it wrote, when it ends instead
 */
export async function runStack(rootDir: string, ...args: string[]): Promise<StackProcess> {
  const child = spawn(process.execPath, [COMMAND, "stack", rootDir, "--no-watch", ...args]);
  const exit = once(child, "exit");
  // A test that runs out of time ends no stack; this does.
  const release = await guardChild(child.pid);
  void exit.then(release);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (chunk) => (output += chunk));
  while (!/^ready (\S+)$/m.test(output)) {
    const ended = await Promise.race([exit.then(() => true), once(child.stdout, "data").then(() => false)]);
    if (ended) throw new Error(`stack ended:\n${output}`);
  }
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    const [code] = await exit;
    return code;
  };
  return { child, apiUrl: /^ready (\S+)$/m.exec(output)?.[1] ?? "", end };
}
