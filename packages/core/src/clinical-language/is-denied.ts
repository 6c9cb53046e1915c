import {
  DENIAL_BLOCKERS,
  DISBELIEFS,
  FALSE_NEGATIONS,
  INABILITIES,
  LATER_DENIALS,
  NEGATORS,
  UNDOABLE,
} from "./lexicon/stance-cues.ts";
import { findTerms, lexiconOf } from "./lexicon.ts";
import { gapBefore, type Scope, wordAt } from "./stance-scope.ts";

const FALSE_NEGATION = lexiconOf(FALSE_NEGATIONS);
const LATER_DENIAL = lexiconOf(LATER_DENIALS);
/** A denial reaches over a list of this many words, a later one over this many. */
const DENIAL_REACH_WORDS = 12;
const LATER_DENIAL_REACH_WORDS = 1;

/**
 * Tells whether a finding is denied, before it or right after it; a denial that is denied denies nothing.
 *
 * @param scope The finding in its sentence.
 */
export function isDenied(scope: Scope): boolean {
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
