import type { Token } from "./clause.ts";
import { ABBREVIATIONS } from "./lexicon/clause-boundaries.ts";
import { isSpokenNumber } from "./read-number.ts";

/**
 * Tells whether a sentence ends between two neighbouring words.
 *
 * @param text The chunk's text.
 * @param left The word before.
 * @param right The word after, or nothing at the end of the text.
 * @returns `?` where the words before ask, `.` where they end otherwise, null where the sentence goes on: after an
 *   abbreviation or an initial, and inside a spoken decimal such as `97 . 7`.
 */
export function sentenceEnd(text: string, left: Token, right: Token | undefined): "?" | "." | null {
  const gap = text.slice(left.end, right?.start ?? text.length);
  if (/[\n\r;?!？！。]/.test(gap)) return /[?？]/.test(gap) ? "?" : ".";
  if (!/\.(?=\s|$)/.test(gap) || gap.includes("..")) return null;
  const oneLetter = left.word.length === 1 && /\p{L}/u.test(left.word) && /^\./.test(gap);
  if (oneLetter || (ABBREVIATIONS.has(left.word) && gap.startsWith("."))) return null;
  const spokenDecimal = right !== undefined && /^\s+\.\s+$/.test(gap) && isSpokenNumber(left) && isSpokenNumber(right);
  return spokenDecimal ? null : ".";
}
