import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** What became of one merge call. */
export interface MergeCall {
  readonly patientId: string;
  readonly noteId: string;
  /** Acknowledged: the commit was answered. Indeterminate: the server was gone first, so either outcome is right. */
  readonly outcome: "acknowledged" | "indeterminate";
}

/** Clients that sign and merge notes without a pause until the server is gone. */
export interface MergeLoad {
  /** Resolves when so many merges have been acknowledged, or the load ended before. */
  readonly reached: (acknowledged: number) => Promise<void>;
  /** Every call made, once the clients have lost their server. */
  readonly ended: Promise<readonly MergeCall[]>;
}

/**
 * Starts the load in a process of its own.
 *
 * @param url - logs in as the owner of the schema
 * @param patientIds - taken in turn, so that clients often want the same patient
 * @param clients - how many call at once
 */
export function startMergeLoad(url: string, patientIds: readonly string[], clients: number): MergeLoad {
  const input = JSON.stringify({ url, patientIds, clients });
  const child = spawn(process.execPath, [join(import.meta.dirname, "merge-client.ts"), input], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const calls = new Map<string, MergeCall>();
  const waiting = new Map<number, () => void>();
  let acknowledged = 0;
  createInterface({ input: child.stdout }).on("line", (line) => {
    const [word, patientId = "", noteId = ""] = line.split(" ");
    const outcome = word === "acknowledged" ? word : "indeterminate";
    calls.set(noteId, { patientId, noteId, outcome });
    if (outcome === "acknowledged") waiting.get(++acknowledged)?.();
  });
  // "close" follows the last line, "exit" need not.
  const ended = once(child, "close").then(() => [...calls.values()]);
  const reached = async (count: number) => {
    if (acknowledged >= count) return;
    await Promise.race([new Promise<void>((resolve) => waiting.set(count, resolve)), ended]);
  };
  return { reached, ended };
}
