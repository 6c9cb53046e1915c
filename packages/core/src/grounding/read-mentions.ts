import type { Token } from "../clinical-language/clause.ts";
import type { Lexicon } from "../clinical-language/lexicon.ts";
import { findTerms } from "../clinical-language/lexicon.ts";
import { readStance, type Stance } from "../clinical-language/read-stance.ts";
import { stemOf } from "../clinical-language/stem-of.ts";
import { sentenceAt, type Utterance } from "../clinical-language/utterance.ts";
import { readAnswerTone } from "../clinical-safety/read-answer-tone.ts";
import type { Evidence } from "../soap-note/evidence.ts";
import type { GroundingSource } from "./grounding-source.ts";

/** Where a name stands in a quote, and what is said of it there. */
export interface Mention {
  readonly utterance: Utterance;
  readonly first: number;
  readonly last: number;
  readonly stance: Stance;
  /** A question that nobody settled: neither yes nor no. */
  readonly open: boolean;
}

/** Words between the words of a name: "pain in my left knee" names a knee pain. */
const LONGEST_SPREAD_WORDS = 8;
/** Only the question a turn ends with is answered by the next turn. */
const LONGEST_QUESTION_WORDS = 20;
const WEAK = new Set("a an the of in on my your his her to and or with for at is was i".split(" "));

/**
 * Finds a name in the quotes of an item and reads what the whole utterance says of it there, not the quote alone: a quote
 * may have lost its "no". What was asked is settled by the patient's answer.
 *
 * @param name Words of the item, for example a finding.
 * @param evidence The item's evidence, found again.
 * @param source The stored transcript.
 */
export function readMentions(name: string, evidence: readonly Evidence[], source: GroundingSource): Mention[] {
  const wanted = new Set(stemsOf(name));
  return spansOf(evidence, source).flatMap(({ utterance, first, last }) => {
    const stems = utterance.tokens.slice(first, last + 1).map(({ word }) => stemOf(word));
    const place = narrowest(stems, wanted);
    return place === null ? [] : [mentionAt(utterance, first + place.first, first + place.last, source)];
  });
}

/**
 * Finds the entries of a lexicon that mean one value in the quotes of an item: a drug by brand or generic.
 *
 * @param lexicon For example the medications.
 * @param value What the entry stands for.
 * @param evidence The item's evidence, found again.
 * @param source The stored transcript.
 */
export function readTermMentions<Value>(
  lexicon: Lexicon<Value>,
  value: Value,
  evidence: readonly Evidence[],
  source: GroundingSource,
): Mention[] {
  return spansOf(evidence, source).flatMap(({ utterance, first, last }) =>
    findTerms(lexicon, utterance.tokens.slice(first, last + 1))
      .filter((match) => match.value === value)
      .map((match) => mentionAt(utterance, first + match.first, first + match.last, source)),
  );
}

interface Span {
  readonly utterance: Utterance;
  readonly first: number;
  readonly last: number;
}

function spansOf(evidence: readonly Evidence[], source: GroundingSource): Span[] {
  return evidence.flatMap((one): Span[] => {
    if (one.kind === "snapshot") return [];
    const utterance = source.utterance(one.sequence);
    if (utterance === undefined) return [];
    const first = countWhile(utterance.tokens, ({ end }) => end <= one.start);
    const last = countWhile(utterance.tokens, ({ start }) => start < one.end) - 1;
    return last < first ? [] : [{ utterance, first, last }];
  });
}

/** How many words from the first on fulfil a condition that holds up to some word and not after it, by halving. */
function countWhile(tokens: readonly Token[], holds: (token: Token) => boolean): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const token = tokens[middle];
    if (token !== undefined && holds(token)) low = middle + 1;
    else high = middle;
  }
  return low;
}

const stemsOf = (words: string): string[] =>
  words
    .toLowerCase()
    .split(/[^\p{L}\p{N}']+/u)
    .filter((word) => word !== "" && !WEAK.has(word))
    .map(stemOf);

/** The narrowest run of words in which every word of the name stands. */
function narrowest(stems: readonly string[], wanted: ReadonlySet<string>): { first: number; last: number } | null {
  let best: { first: number; last: number } | null = null;
  if (wanted.size === 0) return null;
  const seenAt = new Map<string, number>();
  for (const [index, stem] of stems.entries()) {
    if (!wanted.has(stem)) continue;
    seenAt.set(stem, index);
    if (seenAt.size < wanted.size) continue;
    const first = Math.min(...seenAt.values());
    const isNarrower = best === null || index - first < best.last - best.first;
    if (isNarrower && index - first <= LONGEST_SPREAD_WORDS + wanted.size) best = { first, last: index };
  }
  return best;
}

function mentionAt(utterance: Utterance, first: number, last: number, source: GroundingSource): Mention {
  const stance = readStance(utterance, first, last);
  if (stance.reality !== "asked" || utterance.role !== "provider")
    return { utterance, first, last, stance, open: false };
  const isLast = utterance.tokens.length - 1 - last <= LONGEST_QUESTION_WORDS;
  const answer = isLast ? source.next(utterance.sequence) : undefined;
  const tone = answer?.role === "patient" ? readAnswerTone(answer) : "open";
  const opening = utterance.tokens[sentenceAt(utterance, first).first]?.word ?? "";
  const presupposes = /^(when|how|where|which|what)$/.test(opening) && answer?.role === "patient";
  if (tone === "no")
    return { utterance, first, last, stance: { ...stance, reality: "actual", polarity: "negated" }, open: false };
  if (tone === "yes" || presupposes)
    return { utterance, first, last, stance: { ...stance, reality: "actual" }, open: false };
  return { utterance, first, last, stance, open: true };
}
