import type { Token } from "../../clinical-language/clause.ts";
import { FILLERS } from "../../clinical-language/lexicon/clause-boundaries.ts";
import { COUNTED } from "../../clinical-language/lexicon/counted.ts";
import { buildLexicon, findTerms } from "../../clinical-language/lexicon.ts";
import { numberValue } from "../../clinical-language/number-value.ts";
import { numberWords } from "../../clinical-language/number-words.ts";
import { isSpokenNumber, readNumber } from "../../clinical-language/read-number.ts";
import { tokenize } from "../../clinical-language/tokenize.ts";

const phrases = (list: string) => buildLexicon(list.split("|").map((phrase) => [phrase.trim(), true] as const));
/** Sounds and phrases that say nothing, wherever they stand. */
const SOUNDS = phrases("um|uh|uhm|er|erm|hm|hmm|you know|i mean|hey dragon|okay|ok");
/** Words that say nothing at the end. */
const TAILS = new Set("okay ok alright right so and but because um uh".split(" "));

interface Piece {
  readonly words: string;
  readonly before: string;
}

/**
 * What was said without its fillers and repetitions, numbers in digits; the quote itself stays in the evidence.
 *
 * Nothing is added and nothing reordered: only words that say nothing are left out.
 *
 * @param quoted Words of the transcript.
 * @example
 * plainWords("um , your , your blood pressure is one thirty over sixty eight , okay ?"); // "your blood pressure is 130/68"
 */
export function plainWords(quoted: string): string {
  const tokens = tokenize(quoted);
  const silent = new Set(
    findTerms(SOUNDS, tokens).flatMap(({ first, last }) =>
      Array.from({ length: last - first + 1 }, (_, index) => first + index),
    ),
  );
  const kept = [...tokens.keys()].filter((index) => !silent.has(index));
  while (FILLERS.has(tokens[kept[0] ?? -1]?.word ?? "") && !CARRYING.has(tokens[kept[0] ?? -1]?.word ?? ""))
    kept.shift();
  while (TAILS.has(tokens[kept.at(-1) ?? -1]?.word ?? "")) kept.pop();
  const pieces = piecesOf(quoted, tokens, withoutRepeats(tokens, kept));
  return pieces.reduce((text, { before, words }) => `${text}${text === "" ? "" : before}${words}`, "");
}
/** Openers that belong to what follows: "please", "the", "like". */
const CARRYING = new Set("the please like no".split(" "));

/** "I , i do", "your your": a word said twice in a row is shown once; a number never, since "zero . zero" is one. */
function withoutRepeats(tokens: readonly Token[], kept: readonly number[]): number[] {
  return kept.filter((index, order) => {
    const token = tokens[index];
    const next = tokens[kept[order + 1] ?? -1];
    return next === undefined || token === undefined || token.word !== next.word || isSpokenNumber(token);
  });
}

function piecesOf(quoted: string, tokens: readonly Token[], kept: readonly number[]): Piece[] {
  const pieces: Piece[] = [];
  for (let order = 0; order < kept.length; order += 1) {
    const index = kept[order] ?? 0;
    const token = tokens[index];
    if (token === undefined) continue;
    const number = numberAt(quoted, tokens, kept, order);
    const before = gapBefore(quoted, tokens, index, kept[order - 1]);
    pieces.push({ before, words: number?.digits ?? quoted.slice(token.start, token.end) });
    if (number !== null) order += number.length - 1;
  }
  return pieces;
}

function gapBefore(quoted: string, tokens: readonly Token[], index: number, previous: number | undefined): string {
  const gap = quoted.slice(tokens[index - 1]?.end ?? 0, tokens[index]?.start ?? 0);
  const word = tokens[index]?.word ?? "";
  if (gap === "" && index > 0) return "";
  if (word === "n't" || word === "%" || word.startsWith("'")) return "";
  if (previous !== undefined && /[-/]/.test(gap) && gap.trim() === gap) return gap;
  const mark = /[,;:.?!]/.exec(gap)?.[0];
  return mark === undefined || (previous !== index - 1 && mark === ",") ? " " : `${mark} `;
}

interface Digits {
  readonly digits: string;
  readonly length: number;
}

/** A number in words, or "130 over 68", in digits; words whose point could also end a sentence stay words. */
function numberAt(quoted: string, tokens: readonly Token[], kept: readonly number[], order: number): Digits | null {
  const first = kept[order] ?? 0;
  const number = digitsFrom(quoted, tokens, first);
  if (number === null) return null;
  const isKept = (to: number): boolean => kept[order + to - first] === to;
  const over = tokens[number.last + 1]?.word === "over" ? number.last + 2 : null;
  const lower = over === null ? null : digitsFrom(quoted, tokens, over);
  if (lower !== null && isKept(lower.last) && isPressure(number.digits, lower.digits))
    return { digits: `${number.digits}/${lower.digits}`, length: lower.last - first + 1 };
  return isKept(number.last) ? { digits: number.digits, length: number.last - first + 1 } : null;
}

const isPressure = (upper: string, lower: string): boolean => Number(upper) >= 60 && Number(lower) >= 30;

function digitsFrom(quoted: string, tokens: readonly Token[], first: number): { digits: string; last: number } | null {
  const number = readNumber(quoted, tokens, first);
  if (number === null) return null;
  const { last } = number;
  const next = tokens[last + 1];
  if (number.ambiguousPoint && COUNTED.has(next?.word ?? ""))
    return { digits: quoted.slice(tokens[first]?.start, tokens[last]?.end), last };
  // "Three hundred , twenty": one number or a correction of it, only the words can say.
  if (isListed(quoted, tokens, first - 1) || isListed(quoted, tokens, last))
    return { digits: quoted.slice(tokens[first]?.start, tokens[last]?.end), last };
  const words = numberWords(quoted, tokens, first, last);
  const isHalf = [1, 2, 3].every((offset) => tokens[last + offset]?.word === HALF[offset - 1]);
  const digits = numberValue(words);
  if (/^\d+\p{L}/u.test(quoted.slice(tokens[first]?.start ?? 0, tokens[last + 1]?.end ?? 0))) return null;
  if (digits === null) return { digits: quoted.slice(tokens[first]?.start, tokens[last]?.end), last };
  if (isHalf && /^\p{L}/u.test(words[0] ?? "") && /^\d+$/.test(digits))
    return { digits: `${digits}.5`, last: last + HALF.length };
  return digits === "1" && words[0] === "one" ? null : { digits, last };
}

/** A comma and nothing else stands between a number in words and the next. */
function isListed(quoted: string, tokens: readonly Token[], index: number): boolean {
  const [left, right] = [tokens[index], tokens[index + 1]];
  if (left === undefined || right === undefined || /^\p{N}/u.test(left.word)) return false;
  const isGap = /^\s*,\s*$/.test(quoted.slice(left.end, right.start));
  return isGap && isSpokenNumber(left) && isSpokenNumber(right);
}
const HALF = ["and", "a", "half"] as const;
