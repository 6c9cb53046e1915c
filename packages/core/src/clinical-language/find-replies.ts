import type { Clause } from "./clause.ts";

/** What followed a chunk. */
export interface Reply {
  /** The last clause of the chunk itself. */
  readonly last: Clause;
  /** The next chunk's first clauses, where the patient speaks it; else none. */
  readonly clauses: readonly Clause[];
}

/** What a speaker thinks of a proposal is in the first words after it. */
const CLAUSES_HEARD = 3;

/**
 * Finds for every chunk what the patient said right after it.
 *
 * @param chunks Clauses of the transcript, one list per chunk, in order.
 * @returns Replies by the `sequence` of the chunk they follow.
 */
export function findReplies(chunks: readonly (readonly Clause[])[]): Map<number, Reply> {
  const spoken = chunks.filter((clauses) => clauses.length > 0);
  const replies = new Map<number, Reply>();
  for (const [index, clauses] of spoken.entries()) {
    const last = clauses.at(-1);
    const next = spoken[index + 1] ?? [];
    if (last === undefined) continue;
    replies.set(last.sequence, { last, clauses: next[0]?.role === "patient" ? next.slice(0, CLAUSES_HEARD) : [] });
  }
  return replies;
}
