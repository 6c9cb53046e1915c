import type { Token } from "./clause.ts";
import { FILLERS, QUESTION_INSIDE } from "./lexicon/clause-boundaries.ts";
import { OTHER_PEOPLE, RELATIVES } from "./lexicon/people.ts";
import {
  ADDRESSED_SUBJECTS,
  DENIAL_BLOCKERS,
  DISBELIEFS,
  DOUBTS,
  FALSE_NEGATIONS,
  HYPOTHETICALS,
  INABILITIES,
  LATER_DENIALS,
  LATER_OTHERS,
  NEGATORS,
  OWN_CONDITIONS,
  OWN_SUBJECTS,
  PASTS_AFTER,
  PASTS_BEFORE,
  THIRD_PERSONS,
  UNDOABLE,
} from "./lexicon/stance-cues.ts";
import { buildLexicon, findTerms, type Lexicon, type Match } from "./lexicon.ts";
import { type Sentence, sentenceAt, type Utterance } from "./utterance.ts";

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

const lexiconOf = (phrases: Iterable<string>): Lexicon<true> =>
  buildLexicon([...phrases].map((phrase) => [phrase, true] as const));
const FALSE_NEGATION = lexiconOf(FALSE_NEGATIONS);
const LATER_DENIAL = lexiconOf(LATER_DENIALS);
const HYPOTHETICAL = lexiconOf(HYPOTHETICALS);
const DOUBT = lexiconOf(DOUBTS);
const PAST_BEFORE = lexiconOf(PASTS_BEFORE);
const PAST_AFTER = lexiconOf(PASTS_AFTER);
const OTHERS = lexiconOf([...RELATIVES, ...OTHER_PEOPLE]);
const ASKING = lexiconOf([...QUESTION_INSIDE, "any", "have you", "do you"]);
const LATER_OTHER = lexiconOf(LATER_OTHERS);

/** How far an unpunctuated sentence is read on either side of a finding. */
const SENTENCE_REACH_WORDS = 40;
/** A denial reaches over a list of this many words, a later one over this many. */
const DENIAL_REACH_WORDS = 12;
const LATER_DENIAL_REACH_WORDS = 1;
const PAST_REACH_WORDS = 8;
const LONGEST_QUESTION_WORDS = 14;
const PERSON_REACH_WORDS = 14;
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

interface Scope {
  readonly utterance: Utterance;
  readonly sentence: Sentence;
  readonly first: number;
  readonly last: number;
}

const wordAt = ({ utterance }: Scope, index: number): string => utterance.tokens[index]?.word ?? "";

function gapBefore({ utterance: { text, tokens } }: Scope, index: number): string {
  return text.slice(tokens[index - 1]?.end ?? 0, tokens[index]?.start ?? text.length);
}

function isDenied(scope: Scope): boolean {
  const before = denialBefore(scope);
  if (before !== null) return !isUndone(scope, before);
  return isDeniedLater(scope);
}

/** Index of the word that denies the finding, going back over a list of findings but over no new subject. */
function denialBefore(scope: Scope): number | null {
  const { utterance, sentence, first } = scope;
  const passed = new Set<number>();
  const region = utterance.tokens.slice(sentence.first, first);
  for (const match of findTerms(FALSE_NEGATION, region)) {
    for (let index = match.first; index <= match.last; index += 1) passed.add(sentence.first + index);
  }
  const isAdjacent = isNegator(wordAt(scope, first - 1)) && first > sentence.first;
  if (isElaborated(scope) || (isClause(scope) && !isAdjacent)) return null;
  for (let index = first - 1; index >= Math.max(sentence.first, first - DENIAL_REACH_WORDS); index -= 1) {
    const word = wordAt(scope, index);
    if (passed.has(index)) return null;
    if (isNegator(word)) {
      if (!isAnswer(scope, index)) return index;
      continue;
    }
    const reachedOver = isDisbelieved(scope, index) || isExistence(scope, index);
    if (DENIAL_BLOCKERS.has(word) && !reachedOver) return null;
  }
  return null;
}

/** Words with a subject of their own are a sentence, which a denial before them does not reach. */
function isClause({ utterance, first, last }: Scope): boolean {
  return utterance.tokens.slice(first, last + 1).some(({ word }) => CLAUSE_SUBJECTS.has(word));
}
const CLAUSE_SUBJECTS = new Set("but i i'm i'll i'd we we'll we're it it's he she they there there's".split(" "));

const isNegator = (word: string): boolean => !INABILITIES.has(word) && (NEGATORS.has(word) || word.endsWith("n't"));

/** "No, I have pain": an answer, not a denial of what follows; so is a "no" before a subject or a verb. */
function isAnswer(scope: Scope, index: number): boolean {
  if (wordAt(scope, index) !== "no") return false;
  return (
    gapBefore(scope, index + 1).includes(",") ||
    /^(i|it|he|she|they|my|the|there|have|just)$/.test(wordAt(scope, index + 1))
  );
}

/** "No fever, chest pain when I walk": what is told in full after a bare comma is not part of the denied list. */
function isElaborated(scope: Scope): boolean {
  const { first, last } = scope;
  return (
    /^\s*,\s*$/.test(gapBefore(scope, first)) &&
    /^(when|whenever|while|that|which|since|for|every)$/.test(wordAt(scope, last + 1))
  );
}

/** "I don't think I have": the denial reaches over "think" and the subject after it. */
function isDisbelieved(scope: Scope, index: number): boolean {
  for (let at = index; at >= Math.max(scope.sentence.first, index - 3); at -= 1) {
    if (DISBELIEFS.has(wordAt(scope, at))) return isNegator(wordAt(scope, at - 1));
  }
  return false;
}

/** "I haven't noticed my face drooping", "I don't feel like fainting": what is denied is that it is there. */
function isExistence(scope: Scope, index: number): boolean {
  return (
    EXISTING.has(wordAt(scope, index - 1)) && (wordAt(scope, index) === "like" || isNegator(wordAt(scope, index - 2)))
  );
}
const EXISTING = new Set(
  "notice noticed noticing feel felt feeling have had having experienced experiencing see seen get getting got anything nothing".split(
    " ",
  ),
);

/** "I can't deny chest pain", "never without chest pain". */
function isUndone(scope: Scope, index: number): boolean {
  if (!UNDOABLE.has(wordAt(scope, index))) return false;
  for (let at = index - 1; at >= Math.max(scope.sentence.first, index - 6); at -= 1) {
    const word = wordAt(scope, at);
    if (UNDOABLE.has(word) || gapBefore(scope, at + 1).includes(",")) return false;
    if (INABILITIES.has(word) || isNegator(word)) return !isAnswer(scope, at);
    if (/^(but|and|or|because|so)$/.test(word)) return false;
  }
  return false;
}

function isDeniedLater(scope: Scope): boolean {
  const { utterance, sentence, last } = scope;
  const after = utterance.tokens.slice(last + 1, sentence.last + 1);
  const [denial] = findTerms(LATER_DENIAL, after);
  if (denial === undefined || denial.first > LATER_DENIAL_REACH_WORDS) return false;
  if (after.slice(0, denial.first).some(({ word }) => word === "and" || word === "or" || word === "but")) return false;
  const next = last + 1 + denial.last + 1;
  // "Chest pain, no fever" denies the fever; "chest pain, no" denies the pain.
  return (
    next > sentence.last ||
    gapBefore(scope, next).includes(",") ||
    !/^(no|none|nope|negative)$/.test(wordAt(scope, last + 1))
  );
}

function isOthers(scope: Scope): boolean {
  const { utterance, sentence, first, last } = scope;
  const after = utterance.tokens.slice(last + 1, Math.min(sentence.last + 1, last + 8));
  if (findTerms(LATER_OTHER, after).length > 0 || isInRelative(after)) return true;
  const people = peopleBefore(scope);
  for (let index = first - 1; index >= Math.max(sentence.first, first - PERSON_REACH_WORDS); index -= 1) {
    const word = wordAt(scope, index);
    if (people.has(index)) return !isWitness(scope, index);
    if (isOwnSubject(scope, index, people)) return false;
    if (THIRD_PERSONS.has(word)) return isSomebodyNamed(scope, index);
  }
  return false;
}

function peopleBefore({ utterance, sentence, first }: Scope): Set<number> {
  const region = utterance.tokens.slice(sentence.first, first);
  const indexes = findTerms(OTHERS, region).flatMap(({ first: from, last: to }) =>
    Array.from({ length: to - from + 1 }, (_, offset) => sentence.first + from + offset),
  );
  return new Set(indexes);
}

/** "My" of "my mother" is no subject of the patient's own. */
function isOwnSubject(scope: Scope, index: number, people: ReadonlySet<number>): boolean {
  const word = wordAt(scope, index);
  const own = OWN_SUBJECTS.has(word) || (scope.utterance.role !== "patient" && ADDRESSED_SUBJECTS.has(word));
  return own && !people.has(index + 1) && !people.has(index + 2);
}

/** "My wife noticed slurred speech", "my friend thinks": who tells is not who has it. */
function isWitness(scope: Scope, index: number): boolean {
  return (
    WITNESSING.has(wordAt(scope, index + 1)) && wordAt(scope, index + 2) !== "she" && wordAt(scope, index + 2) !== "he"
  );
}
const WITNESSING = new Set("noticed notices saw sees says said thinks thought told heard pointed".split(" "));

/** A third person is somebody else where this utterance named one before; else it is the patient spoken about. */
function isSomebodyNamed(scope: Scope, index: number): boolean {
  const earlier = scope.utterance.tokens.slice(Math.max(0, index - 40), index);
  return findTerms(OTHERS, earlier).length > 0;
}

/** "A stroke in my father". */
function isInRelative(after: readonly Token[]): boolean {
  const [relative] = findTerms(OTHERS, after.slice(0, 4));
  return relative !== undefined && /^(in|with|of)$/.test(after[0]?.word ?? "");
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
