import type { Clause, Cue, Token } from "./clause.ts";
import { isQuestion } from "./is-question.ts";
import { CONSENT_TAGS, DANGLING, FILLERS, OPENERS } from "./lexicon/clause-boundaries.ts";
import { CORRECTIONS } from "./lexicon/corrections.ts";
import { MEDICATION_LEXICON } from "./lexicon/medications.ts";
import { findTerms, lexiconOf } from "./lexicon.ts";
import { readCues } from "./read-cues.ts";
import { isSpokenNumber } from "./read-number.ts";
import { sentenceEnd } from "./sentence-end.ts";
import { tokenize } from "./tokenize.ts";
import type { TranscriptChunk } from "./transcript-chunk.ts";

/** Sentences longer than this many words are taken for unpunctuated speech and cut at openers. */
const RUN_ON_WORDS = 40;
/** A longer sentence tells something new. */
const LONGEST_CORRECTION_WORDS = 12;
/** A cut leaves at least this many words before it. */
const SHORTEST_PIECE_WORDS = 4;

const OPENING = lexiconOf(OPENERS);

interface Sentence {
  readonly tokens: readonly Token[];
  readonly terminal: string;
}

function splitSentences(text: string): Sentence[] {
  const tokens = tokenize(text);
  const sentences: Sentence[] = [];
  let from = 0;
  for (const [index, token] of tokens.entries()) {
    const terminal = sentenceEnd(text, token, tokens[index + 1]);
    if (terminal === null && index < tokens.length - 1) continue;
    const sentence = { tokens: tokens.slice(from, index + 1), terminal: terminal ?? "" };
    const corrected = isCorrection(sentence.tokens) ? sentences.pop() : undefined;
    sentences.push({ ...sentence, tokens: [...(corrected?.tokens ?? []), ...sentence.tokens] });
    from = index + 1;
  }
  return sentences;
}

/** "No wait, ten milligrams" belongs to the sentence it corrects, or that one would be read and quoted without it. */
function isCorrection(tokens: readonly Token[]): boolean {
  const head = tokens.findIndex(({ word }) => !FILLERS.has(word));
  const [correction] = findTerms(CORRECTION, tokens.slice(head, head + 4));
  if (head === -1 || correction?.first !== 0 || tokens.length > LONGEST_CORRECTION_WORDS) return false;
  return tokens.some((token) => isSpokenNumber(token)) || findTerms(MEDICATION_LEXICON, tokens).length > 0;
}
const CORRECTION = lexiconOf([...CORRECTIONS, "no it's", "no its", "actually it's", "actually"]);

function splitRunOn(tokens: readonly Token[]): (readonly Token[])[] {
  if (tokens.length <= RUN_ON_WORDS) return [tokens];
  const pieces: (readonly Token[])[] = [];
  let from = 0;
  for (const { first } of findTerms(OPENING, tokens)) {
    if (first - from < SHORTEST_PIECE_WORDS || DANGLING.has(tokens[first - 1]?.word ?? "")) continue;
    pieces.push(tokens.slice(from, first));
    from = first;
  }
  return [...pieces, tokens.slice(from)];
}

function withoutConsentTag(sentence: Sentence): Sentence {
  const { tokens, terminal } = sentence;
  const last = tokens.at(-1);
  if (terminal !== "?" || tokens.length < 4 || last === undefined || !CONSENT_TAGS.has(last.word)) return sentence;
  const beforeLast = tokens.at(-2)?.word;
  if (last.word === "right" && beforeLast !== "all") return sentence;
  return { tokens: tokens.slice(0, last.word === "right" ? -2 : -1), terminal: "." };
}

/** What one speaker's chunk leaves open for that speaker's next one: a sentence cut by the end of the chunk. */
interface OpenEnd {
  readonly mode: Clause["mode"];
}

function openEndOf(last: Clause | undefined, terminal: string): OpenEnd | null {
  if (last === undefined || terminal !== "") return null;
  const dangling = DANGLING.has(last.tokens.at(-1)?.word ?? "");
  if (last.mode === "conditional" || dangling) return { mode: "conditional" };
  return null;
}

function clausesOf(chunk: TranscriptChunk, open: OpenEnd | null): { clauses: Clause[]; open: OpenEnd | null } {
  const clauses: Clause[] = [];
  let carried: Clause["mode"] | null = open?.mode ?? null;
  let terminal = "";
  for (const spoken of splitSentences(chunk.text)) {
    const sentence = withoutConsentTag(spoken);
    terminal = spoken.terminal;
    const pieces = splitRunOn(sentence.tokens);
    for (const tokens of pieces) {
      const [head] = tokens;
      const tail = tokens.at(-1);
      if (head === undefined || tail === undefined) continue;
      const cues = readCues(tokens, chunk.speaker_role);
      const own = modeOf(tokens, sentence.terminal, cues);
      clauses.push({
        sequence: chunk.sequence,
        role: chunk.speaker_role,
        text: chunk.text,
        start: head.start,
        end: tail.end,
        tokens,
        mode: own === "statement" && carried !== null ? carried : own,
        cues,
      });
      // An "if" governs the piece it stands in and the next one of the same sentence.
      carried = own === "conditional" ? "conditional" : null;
    }
    carried = null;
  }
  return { clauses, open: openEndOf(clauses.at(-1), terminal) };
}

function modeOf(tokens: readonly Token[], terminal: string, cues: ReadonlySet<Cue>): Clause["mode"] {
  if (isQuestion(tokens, terminal, FILLERS)) return "question";
  return cues.has("hypothetical") ? "conditional" : "statement";
}

/**
 * Cuts a transcript into clauses, each judged by its own words and by what its speaker left open before it.
 *
 * Punctuation decides where there is any; long unpunctuated runs are cut before the words that open a thought, and
 * never after a word that cannot end one, so that a negation or an "if" is not torn from what it governs.
 *
 * @param transcript Chunks in the order of talk.
 * @returns Clauses in order, one list per chunk.
 */
export function splitClauses(transcript: readonly TranscriptChunk[]): Clause[][] {
  const openEnds = new Map<string, OpenEnd | null>();
  return transcript.map((chunk) => {
    const { clauses, open } = clausesOf(chunk, openEnds.get(chunk.speaker_role) ?? null);
    if (clauses.length > 0) openEnds.set(chunk.speaker_role, open);
    return clauses;
  });
}
