import type { Token } from "./clause.ts";

/**
 * The words of one number as `numberValue` reads them: a dot with blanks around it, as a recogniser writes a spoken
 * point, is the word `point`.
 *
 * @param text The text; offsets of `tokens` point into it.
 * @param tokens Its words.
 * @param first Index of the number's first word.
 * @param last Index of its last word.
 * @example
 * const text = "ninety seven . seven";
 * numberWords(text, tokenize(text), 0, 2); // ["ninety", "seven", "point", "seven"]
 */
export function numberWords(text: string, tokens: readonly Token[], first: number, last: number): string[] {
  return tokens.slice(first, last + 1).flatMap(({ word, start }, order) => {
    const gap = order === 0 ? "" : text.slice(tokens[first + order - 1]?.end ?? 0, start);
    return /^\s+\.\s+$/.test(gap) ? ["point", word] : [word];
  });
}
