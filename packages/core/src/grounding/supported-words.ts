import { MEDICATION_LEXICON } from "../clinical-language/lexicon/medications.ts";
import { FREQUENCY_CODES } from "../clinical-language/lexicon/regimen.ts";
import { VITAL_LEXICON } from "../clinical-language/lexicon/vital-signs.ts";
import { buildLexicon, findTerms } from "../clinical-language/lexicon.ts";
import { readNumberFacts } from "../clinical-language/number-facts.ts";
import { stemOf } from "../clinical-language/stem-of.ts";
import { tokenize } from "../clinical-language/tokenize.ts";
import { EQUAL_WORDS, NARRATIVE_WORDS } from "./narrative-words.ts";

/** What evidence says, in the forms it is compared in. */
export interface Support {
  readonly stems: ReadonlySet<string>;
  /** Values, parts of pairs, and `value unit` where a unit follows. */
  readonly numbers: ReadonlySet<string>;
  readonly drugs: ReadonlySet<string>;
  readonly phrases: ReadonlySet<string>;
}

/** What of a text is not in its evidence. */
export type MissingSupport = "number" | "drug" | "word";

const FREQUENCY = buildLexicon(FREQUENCY_CODES);
const EQUALS = new Map(
  EQUAL_WORDS.flatMap((words) => words.map((word) => [stemOf(word), stemOf(words[0] ?? word)] as const)),
);
const NARRATIVE = new Set([...NARRATIVE_WORDS].map(stemOf));

/**
 * Reads what pieces of evidence say.
 *
 * @param texts Quotes of the transcript and texts of snapshot items.
 */
export function readSupport(texts: readonly string[]): Support {
  const stems = new Set<string>();
  const numbers = new Set<string>();
  const drugs = new Set<string>();
  const phrases = new Set<string>();
  for (const text of texts) {
    const tokens = tokenize(text);
    for (const { word } of tokens) for (const part of [word, ...word.split("-")]) stems.add(foldWord(part));
    for (const { value, unit } of readNumberFacts(text, tokens)) {
      for (const known of [value, ...value.split("/")]) numbers.add(known);
      if (unit !== null) numbers.add(`${value} ${unit}`);
    }
    for (const { value } of findTerms(MEDICATION_LEXICON, tokens)) drugs.add(value);
    for (const { value } of findTerms(FREQUENCY, tokens)) phrases.add(value);
    for (const { value } of findTerms(VITAL_LEXICON, tokens)) phrases.add(value);
  }
  return { stems, numbers, drugs, phrases };
}

/**
 * Tells what of a text its evidence does not say: a number or a dose, a drug, or any other word that carries meaning.
 *
 * Spoken and written numbers, brand and generic names, `daily` and `once a day`, and the forms of a word count as the
 * same; words with which a note tells ("patient reports") need no evidence.
 *
 * @param text A text of a drafted item.
 * @param support From {@link readSupport}.
 * @returns The gravest lack, or null where the evidence says it all.
 */
export function findUnsupported(text: string, support: Support): MissingSupport | null {
  const tokens = tokenize(text);
  const settled = new Set<number>();
  const settle = (first: number, last: number): void => {
    for (let index = first; index <= last; index += 1) settled.add(index);
  };
  for (const { first, last, value, unit } of readNumberFacts(text, tokens)) {
    if (!support.numbers.has(unit === null ? value : `${value} ${unit}`)) return "number";
    settle(first, unit === null ? last : last + 1);
  }
  for (const { first, last, value } of findTerms(MEDICATION_LEXICON, tokens)) {
    if (!support.drugs.has(value)) return "drug";
    settle(first, last);
  }
  for (const { first, last, value } of [...findTerms(FREQUENCY, tokens), ...findTerms(VITAL_LEXICON, tokens)]) {
    if (support.phrases.has(value)) settle(first, last);
  }
  const isSaid = (word: string): boolean =>
    NARRATIVE.has(stemOf(word)) ||
    support.stems.has(foldWord(word)) ||
    word.split("-").every((part) => support.stems.has(foldWord(part)));
  return tokens.every(({ word }, index) => settled.has(index) || isSaid(word)) ? null : "word";
}

const foldWord = (word: string): string => EQUALS.get(stemOf(word)) ?? stemOf(word);
