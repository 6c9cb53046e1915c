import type { Token } from "./clause.ts";
import { isDenied } from "./is-denied.ts";
import { isOthers } from "./is-others.ts";
import { FILLERS, QUESTION_INSIDE } from "./lexicon/clause-boundaries.ts";
import {
  DOUBTS,
  HYPOTHETICALS,
  OWN_CONDITIONS,
  OWN_SUBJECTS,
  PASTS_AFTER,
  PASTS_BEFORE,
  THIRD_PERSONS,
} from "./lexicon/stance-cues.ts";
import { findTerms, lexiconOf, type Match } from "./lexicon.ts";
import type { Scope } from "./stance-scope.ts";
import { sentenceAt, type Utterance } from "./utterance.ts";

/** What an utterance says of one finding in it. */
export interface Stance {
  readonly polarity: "affirmed" | "negated";
  readonly person: "patient" | "other";
  /** `asked` in a question, `hypothetical` under a condition, a warning or a risk. */
  readonly reality: "actual" | "hypothetical" | "asked";
  readonly time: "present" | "past";
  /** The speaker doubts it: "maybe", "could be". */
  readonly doubtful: boolean;
}

const HYPOTHETICAL = lexiconOf(HYPOTHETICALS);
const DOUBT = lexiconOf(DOUBTS);
const PAST_BEFORE = lexiconOf(PASTS_BEFORE);
const PAST_AFTER = lexiconOf(PASTS_AFTER);
const ASKING = lexiconOf([...QUESTION_INSIDE, "any", "have you", "do you"]);

/** How far an unpunctuated sentence is read on either side of a finding. */
const SENTENCE_REACH_WORDS = 40;
const PAST_REACH_WORDS = 8;
const LONGEST_QUESTION_WORDS = 14;
const DOUBT_REACH_WORDS = 8;
const CONDITION_REACH_WORDS = 16;

/**
 * Reads what an utterance says of a finding in it, by the words around it in its sentence.
 *
 * @param utterance The utterance, from `readUtterance`.
 * @param first Index of the finding's first word.
 * @param last Index of the finding's last word.
 * @returns Whether it is there, whose it is, when, and how real; words inside the finding itself do not count.
 * @example
 * readStance(utterance("I don't have chest pain but my arm hurts"), 3, 4).polarity; // "negated"
 */
export function readStance(utterance: Utterance, first: number, last: number): Stance {
  const whole = sentenceAt(utterance, first);
  const sentence = {
    first: Math.max(whole.first, first - SENTENCE_REACH_WORDS),
    last: Math.min(whole.last, last + SENTENCE_REACH_WORDS),
    asks: whole.asks,
  };
  const scope: Scope = { utterance, sentence, first, last };
  const before = utterance.tokens.slice(sentence.first, first);
  return {
    polarity: isDenied(scope) ? "negated" : "affirmed",
    person: isOthers(scope) ? "other" : "patient",
    reality: realityOf(scope),
    time: isPast(scope) ? "past" : "present",
    doubtful: findTerms(DOUBT, before.slice(-DOUBT_REACH_WORDS)).length > 0,
  };
}

function realityOf(scope: Scope): Stance["reality"] {
  const { utterance, sentence, first, last } = scope;
  const before = utterance.tokens.slice(Math.max(sentence.first, first - CONDITION_REACH_WORDS), first);
  const conditions = findTerms(HYPOTHETICAL, before).filter((match) => !isTurned(before, match));
  if (conditions.some((match) => !isOwnExperience(utterance, before, match))) return "hypothetical";
  const after = utterance.tokens.slice(last + 1, Math.min(sentence.last + 1, last + 7));
  if (isLaterCondition(utterance, after)) return "hypothetical";
  return sentence.asks && isInQuestion(scope) && !isPresupposed(scope) ? "asked" : "actual";
}

/** In speech without punctuation a question is a part of its sentence only: the finding stands right after its asking words. */
function isInQuestion({ utterance, sentence, first, last }: Scope): boolean {
  const closes = /\?/.test(
    utterance.text.slice(utterance.tokens[last]?.end ?? 0, utterance.tokens[sentence.last + 1]?.start),
  );
  if (closes || sentence.last - sentence.first < LONGEST_QUESTION_WORDS) return true;
  const before = utterance.tokens.slice(Math.max(sentence.first, first - LONGEST_QUESTION_WORDS), first);
  return findTerms(ASKING, before).length > 0;
}

/** A "but right now" after the condition leaves it. */
function isTurned(before: readonly Token[], match: Match<true>): boolean {
  return before.slice(match.last + 1).some(({ word }) => word === "but" || word === "however" || word === "anyway");
}

/** "If I climb stairs I get chest pain": the patient's own condition, fulfilled before a second subject. */
function isOwnExperience(utterance: Utterance, before: readonly Token[], match: Match<true>): boolean {
  const head = before[match.first]?.word ?? "";
  if (utterance.role !== "patient" || !OWN_CONDITIONS.has(head) || match.last !== match.first) return false;
  const rest = before.slice(match.last + 1);
  if (rest.some(({ word }) => word === "should" || word === "would" || word === "could")) return false;
  return (
    rest.filter(({ word }) => OWN_SUBJECTS.has(word) || THIRD_PERSONS.has(word) || word === "it" || word === "the")
      .length >= 2
  );
}

/** "Chest pain would be a reason to call", "chest pain, should it come back". */
function isLaterCondition(utterance: Utterance, after: readonly Token[]): boolean {
  const [next, second] = after;
  if (next === undefined || utterance.role === "patient") return false;
  return (
    /^(would|could|can|may|might|should)$/.test(next.word) ||
    (next.word === "or" && /^(call|go)$/.test(second?.word ?? ""))
  );
}

/** "Why does my chest hurt?" takes the finding as given. */
function isPresupposed({ utterance, sentence, first }: Scope): boolean {
  if (utterance.role !== "patient") return false;
  const opening = utterance.tokens.slice(sentence.first, first).filter(({ word }) => !FILLERS.has(word));
  return opening[0]?.word === "why" || (opening[0]?.word === "how" && opening[1]?.word === "come");
}

function isPast(scope: Scope): boolean {
  const { utterance, sentence, first, last } = scope;
  const before = utterance.tokens.slice(Math.max(sentence.first, first - PAST_REACH_WORDS), first);
  const after = utterance.tokens.slice(last + 1, Math.min(sentence.last + 1, last + 1 + PAST_REACH_WORDS));
  if (before.some(({ word }) => word === "now" || word === "since" || word === "today")) return false;
  if (findTerms(PAST_BEFORE, before).some((match) => !isLeftBehind(before, match))) return true;
  const [later] = findTerms(PAST_AFTER, after);
  const ongoing = after
    .slice(0, later?.first ?? after.length)
    .some(({ word }) => /^(since|for|over|and|now|started|began)$/.test(word));
  return (later !== undefined && !ongoing) || isInYear(before) || isInYear(after);
}

/** "I had surgery years ago and now my leg is numb": a new subject leaves the past. */
function isLeftBehind(before: readonly Token[], match: Match<true>): boolean {
  // "In the past three days" is now.
  if (
    before[match.last]?.word === "past" &&
    /^(\d+|few|couple|one|two|three|four|five|six|seven|day|days|week|weeks|hour|hours|month)$/.test(
      before[match.last + 1]?.word ?? "",
    )
  )
    return true;
  return before.slice(match.last + 1).some(({ word }) => word === "and" || word === "but" || word === "now");
}

function isInYear(words: readonly Token[]): boolean {
  return words.some(({ word }, index) => word === "in" && /^(19|20)\d\d$/.test(words[index + 1]?.word ?? ""));
}
