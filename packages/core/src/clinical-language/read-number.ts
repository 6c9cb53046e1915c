import type { Token } from "./clause.ts";

const NUMBER_WORDS = new Set(
  (
    "zero oh one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand"
  ).split(" "),
);

/** Tells whether a word is a number: digits, a number word, or a hyphenated one (`twenty-five`). */
export function isSpokenNumber(token: Token): boolean {
  return /^\p{N}/u.test(token.word) || token.word.split("-").every((part) => NUMBER_WORDS.has(part));
}

/** A number as it was said: the indexes of its words, and whether a spaced point inside it could also end a sentence. */
export interface SpokenNumber {
  readonly first: number;
  readonly last: number;
  readonly ambiguousPoint: boolean;
}

/**
 * Reads a number without converting it: `120`, `one thirty`, `ninety eight point six`, `97 . 7`.
 *
 * @param text The chunk's text.
 * @param tokens The clause's words.
 * @param first Index of the word to start at.
 * @returns The words of the number, or null where there is none.
 */
export function readNumber(text: string, tokens: readonly Token[], first: number): SpokenNumber | null {
  const head = tokens[first];
  if (head === undefined || head.word === "oh" || !isSpokenNumber(head)) return null;
  let last = first;
  let ambiguousPoint = false;
  for (let next = tokens[last + 1]; next !== undefined; next = tokens[last + 1]) {
    const gap = text.slice(tokens[last]?.end ?? 0, next.start);
    const joins = /^\s+$/.test(gap);
    const after = tokens[last + 2];
    const afterIsNumber = after !== undefined && isSpokenNumber(after);
    if (
      joins &&
      (next.word === "point" || (next.word === "and" && tokens[last]?.word === "hundred")) &&
      afterIsNumber
    ) {
      last += 2;
    } else if (isSpokenNumber(next) && joins && isWord(next) && isWord(head)) {
      last += 1;
    } else if (isSpokenNumber(next) && /^\s+\.\s+$/.test(gap)) {
      ambiguousPoint = true;
      last += 1;
    } else break;
  }
  return { first, last, ambiguousPoint };
}

const isWord = (token: Token): boolean => /^\p{L}/u.test(token.word);
