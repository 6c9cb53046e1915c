import type { Token } from "./clause.ts";
import { isQuestion } from "./is-question.ts";
import { CONSENT_TAGS, FILLERS } from "./lexicon/clause-boundaries.ts";
import { sentenceEnd } from "./sentence-end.ts";
import { tokenize } from "./tokenize.ts";
import type { SpeakerRole, TranscriptChunk } from "./transcript-chunk.ts";

/** A sentence of an utterance: indexes of its first and last word, and whether it asks. */
export interface Sentence {
  readonly first: number;
  readonly last: number;
  readonly asks: boolean;
}

/** One transcript chunk, read: its words and where its sentences end. */
export interface Utterance {
  readonly sequence: number;
  readonly role: SpeakerRole;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
}

/**
 * Reads a transcript chunk into words and sentences.
 *
 * @param chunk As stored.
 * @returns The chunk with its words; every word belongs to exactly one sentence.
 */
export function readUtterance(chunk: TranscriptChunk): Utterance {
  const tokens = tokenize(chunk.text);
  const sentences: Sentence[] = [];
  let first = 0;
  for (const [index, token] of tokens.entries()) {
    const end = sentenceEnd(chunk.text, token, tokens[index + 1]);
    if (end === null && index < tokens.length - 1) continue;
    const words = tokens.slice(first, index + 1);
    const asks = isQuestion(words, asksConsent(words) ? "." : (end ?? ""), FILLERS);
    sentences.push({ first, last: index, asks });
    first = index + 1;
  }
  return { sequence: chunk.sequence, role: chunk.speaker_role, text: chunk.text, tokens, sentences };
}

/** "We'll start lisinopril, okay?" asks for consent, not for information. */
function asksConsent(words: readonly Token[]): boolean {
  const last = words.at(-1)?.word ?? "";
  if (words.length < 4 || !CONSENT_TAGS.has(last)) return false;
  return last !== "right" || words.at(-2)?.word === "all";
}

/**
 * The sentence a word stands in.
 *
 * @param utterance The utterance.
 * @param index Index of the word.
 */
export function sentenceAt({ sentences, tokens }: Utterance, index: number): Sentence {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((sentences[middle]?.last ?? index) < index) low = middle + 1;
    else high = middle;
  }
  return sentences[low] ?? { first: 0, last: tokens.length - 1, asks: false };
}
