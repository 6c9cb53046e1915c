import type { Utterance } from "./utterance.ts";

/** An utterance as patterns read it: each word followed by a space, sentences divided by a mark no word contains. */
export interface PatternText {
  readonly utterance: Utterance;
  readonly words: string;
  /** Where each word of the utterance begins in `words`. */
  readonly starts: readonly number[];
}

/** Words of an utterance a pattern met: indexes of the first and the last one. */
export interface PatternMatch {
  readonly first: number;
  readonly last: number;
}

const SENTENCE_MARK = "¶ ";
/** A gap never hides a denial or a turn: "my face is not drooping" is no drooping face. */
const GAP = "(?:(?!(?:no|not|never|without|nor|but|denies|denied) |[^ ]*n't )[^ ¶]+ ){0,4}";

/**
 * Makes one expression of several phrase patterns: `a/b` either word, `_` a space inside one alternative, `(a)` may be
 * missing, `*` up to four words in between; `don't` also meets the `do n't` of speech recognition.
 *
 * @param patterns For example `"face (is) (*) droop/drooping"`.
 * @returns An expression for {@link findPattern}.
 */
export function compilePatterns(patterns: readonly string[]): RegExp {
  return new RegExp(`(?<![^ ])(?:${patterns.map(sourceOf).join("|")})`, "g");
}

function sourceOf(pattern: string): string {
  return pattern
    .split(" ")
    .map((part) => {
      const optional = part.startsWith("(");
      const inner = optional ? part.slice(1, -1) : part;
      const source = inner === "*" ? GAP : `(?:${inner.split("/").map(alternative).join("|")}) `;
      return optional ? `(?:${source})?` : source;
    })
    .join("");
}

const alternative = (words: string): string =>
  words
    .replaceAll("_", " ")
    .replaceAll(/[.+?^$()[\]\\]/g, "\\$&")
    .replaceAll(/(\p{L}+)n't/gu, "$1 ?n't");

/**
 * Prepares an utterance for {@link findPattern}.
 *
 * @param utterance As read.
 */
export function patternText(utterance: Utterance): PatternText {
  const ends = new Set(utterance.sentences.map(({ last }) => last));
  const starts: number[] = [];
  let words = "";
  for (const [index, { word }] of utterance.tokens.entries()) {
    starts.push(words.length);
    words += `${word} `;
    if (ends.has(index)) words += SENTENCE_MARK;
  }
  return { utterance, words, starts };
}

/**
 * Finds where an expression is met; never across the end of a sentence.
 *
 * @param expression From {@link compilePatterns}.
 * @param text From {@link patternText}.
 */
export function findPattern(expression: RegExp, { words, starts }: PatternText): PatternMatch[] {
  return Array.from(words.matchAll(expression), ({ index, 0: found }) => ({
    first: wordAtOffset(starts, index),
    last: wordAtOffset(starts, index + found.length - 1),
  }));
}

/** Index of the last word that begins at or before an offset, by halving. */
function wordAtOffset(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
