import type { Evidence } from "../soap-note/evidence.ts";
import type { Clause } from "./clause.ts";

/** Evidence taken from the transcript. */
export type TranscriptEvidence = Extract<Evidence, { kind: "transcript" }>;

/**
 * Quotes a clause, or a part of it.
 *
 * @param clause The clause.
 * @param start Offset in UTF-16 code units into the chunk's text; the clause's start if left out.
 * @param end Offset after the last code unit; the clause's end if left out.
 * @returns Evidence whose `quote` is exactly that slice of the chunk's text.
 */
export function quote(clause: Clause, start: number = clause.start, end: number = clause.end): TranscriptEvidence {
  return { kind: "transcript", sequence: clause.sequence, start, end, quote: clause.text.slice(start, end) };
}

/**
 * The words from one token of a clause to another, exactly as they stand in the transcript.
 *
 * @param clause The clause.
 * @param first Index of the first token.
 * @param last Index of the last token.
 */
export function wordsOf(clause: Clause, first: number, last: number): string {
  return clause.text.slice(clause.tokens[first]?.start ?? clause.start, clause.tokens[last]?.end ?? clause.end);
}
