import type { Token } from "./clause.ts";
import { OTHER_PEOPLE, RELATIVES } from "./lexicon/people.ts";
import { ADDRESSED_SUBJECTS, LATER_OTHERS, OWN_SUBJECTS, THIRD_PERSONS } from "./lexicon/stance-cues.ts";
import { findTerms, lexiconOf } from "./lexicon.ts";
import { type Scope, wordAt } from "./stance-scope.ts";

const OTHERS = lexiconOf([...RELATIVES, ...OTHER_PEOPLE]);
const LATER_OTHER = lexiconOf(LATER_OTHERS);
const PERSON_REACH_WORDS = 14;

/**
 * Tells whether a finding is somebody else's: the nearest subject before it decides, or words right after it.
 *
 * @param scope The finding in its sentence.
 */
export function isOthers(scope: Scope): boolean {
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
