import { readFile, rm } from "node:fs/promises";
import { z } from "zod";
import type { StackLock } from "../state/stack-lock.ts";
import { writePrivateFile } from "../state/write-private-file.ts";
import { END_CHILD } from "./end-child.ts";
import { endProcess } from "./end-process.ts";
import { guardOrphan } from "./guard-orphan.ts";
import { processIdentity } from "./process-identity.ts";

const Child = z.object({ name: z.string(), identity: z.string() });
type Child = z.infer<typeof Child>;

/** Where a stack notes its children. */
export interface ChildLedgerOptions {
  readonly file: string;
  /** What tells whether the file still is this stack's to write and to remove. */
  readonly lock: Pick<StackLock, "isHeld">;
  /** Whether the children end when this process is killed, instead of waiting for the next start. */
  readonly isGuarded: boolean;
}

/**
 * The written list of a stack's child processes: what a crash leaves behind is found there and ended by the next start.
 */
export class ChildLedger {
  readonly #options: ChildLedgerOptions;
  #children: Child[] = [];
  #lastWrite: Promise<void> = Promise.resolve();

  /** @param options - the file and whose it is; its folder exists and the lock is held */
  constructor(options: ChildLedgerOptions) {
    this.#options = options;
  }

  /**
   * Ends the children of a stack that died without ending them.
   *
   * @returns the names of those that were still there
   */
  async endStale(): Promise<string[]> {
    const text = await readFile(this.#options.file, "utf8").catch(() => "[]");
    const stale = z.array(Child).parse(JSON.parse(text));
    const alive: string[] = [];
    for (const child of stale) {
      if ((await processIdentity(Number.parseInt(child.identity, 10))) === child.identity) alive.push(child.name);
      await endProcess(child.identity, END_CHILD);
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
    const release = this.#options.isGuarded ? guardOrphan({ process: identity }) : () => {};
    await this.#write();
    return async () => {
      await endProcess(identity, END_CHILD);
      release();
      this.#children = this.#children.filter((other) => other !== child);
      await this.#write();
    };
  }

  /** Removes the list; call it when every child has ended. */
  async close(): Promise<void> {
    await this.#lastWrite;
    if (await this.#options.lock.isHeld()) await rm(this.#options.file, { force: true });
  }

  async #write(): Promise<void> {
    const { file, lock } = this.#options;
    const write = this.#lastWrite.then(async () => {
      if (await lock.isHeld()) await writePrivateFile(file, JSON.stringify(this.#children));
    });
    this.#lastWrite = write.catch(() => {});
    return write;
  }
}
