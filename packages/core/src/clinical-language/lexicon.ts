import type { Token } from "./clause.ts";
import { tokenize } from "./tokenize.ts";

interface Entry<Value> {
  readonly words: readonly string[];
  readonly value: Value;
}

/** Phrases to look for, grouped by their first word, longest first. */
export type Lexicon<Value> = ReadonlyMap<string, readonly Entry<Value>[]>;

/** A phrase found: `first` and `last` are indexes into the searched tokens. */
export interface Match<Value> {
  readonly value: Value;
  readonly first: number;
  readonly last: number;
}

/**
 * Makes a lexicon from phrases and what each one stands for.
 *
 * @param entries Phrases in any case, cut into words as a transcript is, with their values.
 * @returns A lexicon for {@link findTerms}.
 */
export function buildLexicon<Value>(entries: Iterable<readonly [phrase: string, value: Value]>): Lexicon<Value> {
  const byFirstWord = new Map<string, Entry<Value>[]>();
  for (const [phrase, value] of entries) {
    const words = tokenize(phrase).map((token) => token.word);
    const [head] = words;
    if (head === undefined) continue;
    const siblings = byFirstWord.get(head) ?? [];
    siblings.push({ words, value });
    byFirstWord.set(head, siblings);
  }
  for (const siblings of byFirstWord.values()) siblings.sort((a, b) => b.words.length - a.words.length);
  return byFirstWord;
}

/** A lexicon of phrases that mean nothing but that they are there. */
export const lexiconOf = (phrases: Iterable<string>): Lexicon<true> =>
  buildLexicon([...phrases].map((phrase) => [phrase, true] as const));

/**
 * Reads a word list written as text: one entry per line, spellings separated by `|`, the first one canonical.
 *
 * @param list Lines such as `acetaminophen | tylenol | paracetamol`.
 * @param value What the entry stands for, from its canonical spelling.
 */
export function buildLexiconFromLines<Value>(list: string, value: (canonical: string) => Value): Lexicon<Value> {
  const entries: [string, Value][] = [];
  for (const line of list.split("\n")) {
    const spellings = line.split("|").map((spelling) => spelling.trim());
    for (const spelling of spellings) entries.push([spelling, value(spellings[0] ?? "")]);
  }
  return buildLexicon(entries);
}

const equals = (token: Token | undefined, word: string): boolean =>
  token !== undefined && (token.word === word || token.singular === word);

/**
 * Finds a lexicon's phrases in words, the longest at each place, never overlapping; a plural or possessive counts.
 *
 * @param lexicon From {@link buildLexicon}.
 * @param tokens The words to search.
 * @returns Matches in order.
 */
export function findTerms<Value>(lexicon: Lexicon<Value>, tokens: readonly Token[]): Match<Value>[] {
  const found: Match<Value>[] = [];
  for (let first = 0; first < tokens.length; first += 1) {
    const head = tokens[first];
    const candidates = head === undefined ? undefined : (lexicon.get(head.word) ?? lexicon.get(head.singular));
    const hit = candidates?.find((entry) => entry.words.every((word, offset) => equals(tokens[first + offset], word)));
    if (hit === undefined) continue;
    found.push({ value: hit.value, first, last: first + hit.words.length - 1 });
    first += hit.words.length - 1;
  }
  return found;
}
