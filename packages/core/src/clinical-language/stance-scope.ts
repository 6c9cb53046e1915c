import type { Sentence, Utterance } from "./utterance.ts";

/** A finding in its sentence: indexes of its first and last word. */
export interface Scope {
  readonly utterance: Utterance;
  readonly sentence: Sentence;
  readonly first: number;
  readonly last: number;
}

/** The word at an index, or nothing beyond the utterance. */
export const wordAt = ({ utterance }: Scope, index: number): string => utterance.tokens[index]?.word ?? "";

/** What stands between a word and the one before it. */
export function gapBefore({ utterance: { text, tokens } }: Scope, index: number): string {
  return text.slice(tokens[index - 1]?.end ?? 0, tokens[index]?.start ?? text.length);
}
