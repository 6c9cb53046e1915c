import { readFile, rm } from "node:fs/promises";
import { z } from "zod";
import type { StackPaths } from "../state/stack-paths.ts";
import { writePrivateFile } from "../state/write-private-file.ts";
import { endProcess } from "./end-process.ts";
import { processIdentity } from "./process-identity.ts";

// What PostgreSQL takes for a fast shutdown, and the one signal Deno obeys while it watches files.
const END = { signal: "SIGINT", graceMs: 10_000 } as const;
const Child = z.object({ name: z.string(), identity: z.string() });
type Child = z.infer<typeof Child>;

/**
 * The written list of a stack's child processes: what a crash leaves behind is found there and ended by the next start.
 */
export class ChildLedger {
  readonly #file: string;
  #children: Child[] = [];
  #lastWrite: Promise<void> = Promise.resolve();

  /** @param paths - the clone's stack paths; the folder exists and the lock is held */
  constructor(paths: StackPaths) {
    this.#file = paths.processes;
  }

  /**
   * Ends the children of a stack that died without ending them.
   *
   * @returns the names of those that were still there
   */
  async endStale(): Promise<string[]> {
    const text = await readFile(this.#file, "utf8").catch(() => "[]");
    const stale = z.array(Child).parse(JSON.parse(text));
    const alive: string[] = [];
    for (const child of stale) {
      if ((await processIdentity(Number.parseInt(child.identity, 10))) === child.identity) alive.push(child.name);
      await endProcess(child.identity, END);
    }
    return alive;
  }

  /**
   * Notes a child that has just been started.
   *
   * @param name - what the child is, for messages
   * @param pid - its process id
   * @returns what ends the child, waits for it, and takes it off the list
   */
  async add(name: string, pid: number): Promise<() => Promise<void>> {
    const identity = await processIdentity(pid);
    if (identity === null) return async () => {};
    const child: Child = { name, identity };
    this.#children.push(child);
    await this.#write();
    return async () => {
      await endProcess(identity, END);
      this.#children = this.#children.filter((other) => other !== child);
      await this.#write();
    };
  }

  /** Removes the list; call it when every child has ended. */
  async close(): Promise<void> {
    await this.#lastWrite;
    await rm(this.#file, { force: true });
  }

  async #write(): Promise<void> {
    const write = this.#lastWrite.then(() => writePrivateFile(this.#file, JSON.stringify(this.#children)));
    this.#lastWrite = write.catch(() => {});
    return write;
  }
}
