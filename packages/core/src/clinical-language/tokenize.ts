import type { Token } from "./clause.ts";

/**
 * Numbers (`98.6`, `120/80`, `1,000`), words with inner apostrophes or hyphens (`don't`, `x-ray`), and `%`.
 * The parts exclude each other character by character, so matching is linear in the length of the text.
 */
const TOKEN = /\p{N}+(?:[.,/]\p{N}+)*|\p{L}[\p{L}\p{M}\p{N}]*(?:['’-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|%/gu;

/**
 * Cuts a text into words, keeping where each one stands.
 *
 * @param text Any text; offsets are UTF-16 code units into it.
 * @returns The words in order; only `word` is lower-cased, never the text.
 * @example
 * tokenize("BP 120/80").map((token) => token.word); // ["bp", "120/80"]
 */
export function tokenize(text: string): Token[] {
  return Array.from(text.matchAll(TOKEN), (match) => {
    const word = match[0].toLowerCase().replaceAll("’", "'");
    return { word, singular: singularOf(word), start: match.index, end: match.index + match[0].length };
  });
}

function singularOf(word: string): string {
  if (word.endsWith("'s")) return word.slice(0, -2);
  return word.endsWith("s") && word.length > 1 && !word.endsWith("ss") ? word.slice(0, -1) : word;
}
