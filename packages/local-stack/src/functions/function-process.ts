import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import type { ChildLedger } from "../process/child-ledger.ts";
import { StackError } from "../state/stack-error.ts";
import type { Command } from "./deno-command.ts";
import { isHealthy } from "./is-healthy.ts";

const FIRST_RESTART_MS = 200;
const LAST_RESTART_MS = 5_000;
// A run of this length was no failed start, so the next pause is short again.
const STEADY_MS = 10_000;
const POLL_INTERVAL_MS = 50;
const START_DEADLINE_MS = 120_000;
const KEPT_LINES = 12;

/** What a function process needs to know. */
export interface FunctionProcessOptions {
  readonly name: string;
  readonly command: Command;
  /** Answers 200 once the function serves. */
  readonly healthUrl: string;
  readonly logFile: string;
  readonly ledger: ChildLedger;
  readonly onLine: (line: string) => void;
}

/** Keeps one function's `deno serve` running: logs its lines, restarts it with growing pauses when it crashes. */
export class FunctionProcess {
  readonly #options: FunctionProcessOptions;
  readonly #log: ReturnType<typeof createWriteStream>;
  readonly #stopping = new AbortController();
  #recentLines: string[] = [];
  #restarts = 0;
  #end: () => Promise<void> = async () => {};
  #supervision: Promise<void> = Promise.resolve();

  /** @param options - command, log file and where the process is noted */
  constructor(options: FunctionProcessOptions) {
    this.#options = options;
    this.#log = createWriteStream(options.logFile, { mode: 0o600 });
  }

  /**
   * Starts the function and waits until its health endpoint answers 200.
   *
   * @param signal - gives the start up
   * @throws StackError when it does not, with its last log lines
   */
  async start(signal: AbortSignal): Promise<void> {
    this.#supervision = this.#supervise();
    const deadlineMs = performance.now() + START_DEADLINE_MS;
    while (!(await isHealthy(this.#options.healthUrl))) {
      if (this.#restarts > 0 || this.#failedUnderWatch() || performance.now() > deadlineMs) throw this.#failure();
      signal.throwIfAborted();
      await delay(POLL_INTERVAL_MS);
    }
  }

  /** Ends the function and its supervision. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#end();
    await this.#supervision;
    await new Promise<void>((done) => this.#log.end(done));
  }

  async #supervise(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      const startedMs = performance.now();
      await this.#runOnce();
      if (this.#stopping.signal.aborted) return;
      if (performance.now() - startedMs > STEADY_MS) this.#restarts = 0;
      const pauseMs = Math.min(FIRST_RESTART_MS * 2 ** this.#restarts, LAST_RESTART_MS);
      this.#restarts += 1;
      this.#note(`stopped by itself; starting it again in ${pauseMs} ms`);
      await delay(pauseMs, undefined, { signal: this.#stopping.signal }).catch(() => {});
    }
  }

  async #runOnce(): Promise<void> {
    const { command, ledger, name } = this.#options;
    // Its own process group: Ctrl-C reaches the stack alone, which then ends its parts in order.
    const child = spawn(command.program, command.args, {
      env: { ...command.env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    const exited = new Promise<void>((resolve) => child.once("close", () => resolve()).once("error", () => resolve()));
    this.#follow(child);
    if (child.pid !== undefined) this.#end = await ledger.add(name, child.pid);
    if (this.#stopping.signal.aborted) await this.#end();
    await exited;
    await this.#end();
  }

  #follow(child: ChildProcess): void {
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface({ input: stream }).on("line", (line) => this.#note(line));
    }
  }

  #note(line: string): void {
    this.#log.write(`${line}\n`);
    this.#recentLines = [...this.#recentLines, line].slice(-KEPT_LINES);
    this.#options.onLine(line);
  }

  // Under --watch Deno stays and waits for an edit instead of exiting.
  #failedUnderWatch(): boolean {
    return this.#recentLines.some((line) => line.includes("Process failed. Restarting on file change"));
  }

  #failure(): StackError {
    const { logFile, name } = this.#options;
    return new StackError(
      `start function ${name}`,
      `its /health does not answer 200:\n${this.#recentLines.map((line) => `  ${line}`).join("\n")}`,
      `mend the function; its whole log is in ${logFile}`,
    );
  }
}
