import type { Clause, Token } from "../../clinical-language/clause.ts";
import { MEDICATION_LEXICON } from "../../clinical-language/lexicon/medications.ts";
import { findTerms, lexiconOf, type Match } from "../../clinical-language/lexicon.ts";
import { BEGUN_TAKING, OPEN_DECISIONS, REFUSALS_OF_DRUGS, STOPPED_TAKING, TURNED_DOWN } from "../lexicon/intent.ts";
import type { DrugUse } from "./drug-mention.ts";
import { exchangeIn } from "./exchange-of-drugs.ts";
import { verbOfTaking } from "./verb-of-taking.ts";

const OPEN = lexiconOf(OPEN_DECISIONS);
const STOPPED = lexiconOf(STOPPED_TAKING);
const REFUSED = lexiconOf(REFUSALS_OF_DRUGS);
const BEGUN = lexiconOf(BEGUN_TAKING);
const LONGEST_REACH_WORDS = 12;
const LONGEST_GIVING_UP_WORDS = 6;
const LONGEST_BEGINNING_WORDS = 4;

/**
 * Reads what a patient's clause says of a drug: taken, given up, turned down, or nothing certain.
 *
 * @param clause The patient's clause.
 * @param match The drug.
 * @param floor Index of the first word that is not another drug's.
 */
export function usedByPatient(clause: Clause, match: Match<string>, floor: number): DrugUse {
  if (clause.mode === "question") return "unclear";
  const from = Math.max(floor, match.first - LONGEST_GIVING_UP_WORDS);
  const before = clause.tokens.slice(from, match.first);
  if (findTerms(REFUSED, before).length > 0) return "refused";
  const exchanged = exchangeIn(clause, match);
  if (exchanged !== null && isUnturned(clause.tokens)) return exchanged === "from" ? "stopped taking" : "taking";
  const gaveUp = findTerms(STOPPED, before).at(-1) ?? findTerms(STOPPED, afterDrug(clause, match))[0];
  if (gaveUp !== undefined) {
    const isDenied = before.slice(0, gaveUp.first).some(({ word }) => TURNED_DOWN.has(word) || word.endsWith("n't"));
    return isDenied ? "taking" : "stopped taking";
  }
  if (hasBegun(clause, match, floor)) return "taking";
  const taking = verbOfTaking(clause, match.first);
  if (taking === null || isSupposed(clause, taking.verb) || isQuoted(clause, taking.verb)) return "unclear";
  return taking.denied ? "not taking" : "taking";
}

/** "My doctor put me on Eliquis": taken since, where nothing in the clause turns it and no end is set to it. */
function hasBegun(clause: Clause, match: Match<string>, floor: number): boolean {
  if (clause.mode !== "statement" || clause.cues.has("hypothetical") || !isUnturned(clause.tokens)) return false;
  const from = Math.max(floor, match.first - LONGEST_BEGINNING_WORDS);
  if (findTerms(BEGUN, clause.tokens.slice(from, match.first)).length === 0) return false;
  const after = clause.tokens.slice(match.last + 1);
  const isRecent = findTerms(RECENTLY, after).length > 0;
  return !after.some(({ word }) => ENDING.has(word) || (!isRecent && DATING.has(word)));
}
const ENDING = new Set("for until when before once then".split(" "));
const DATING = new Set("ago last".split(" "));
const RECENTLY = lexiconOf("last week|last month|days ago|day ago|weeks ago|week ago|month ago".split("|"));

const isUnturned = (tokens: readonly Token[]): boolean =>
  !tokens.some(({ word }) => TURNING.has(word) || word.endsWith("n't"));
const TURNING = new Set(
  "but not never no though although wanted wants tried trying offered might may maybe almost stopped quit off if when he she".split(
    " ",
  ),
);

/** "The doctor said: you're on morphine" is nobody's own account. */
function isQuoted(clause: Clause, verb: number): boolean {
  return clause.tokens.slice(0, verb).some(({ word }) => ADDRESSING.has(word));
}
const ADDRESSING = new Set("you you're you've he he's she she's".split(" "));

/** "The lisinopril I stopped", but not what is told after an "and" or of the next drug. */
function afterDrug(clause: Clause, match: Match<string>): readonly Token[] {
  const after = clause.tokens.slice(match.last + 1, match.last + 1 + LONGEST_GIVING_UP_WORDS);
  const end = after.findIndex(({ word }) => word === "and" || word === "so" || word === "because");
  const own = end === -1 ? after : after.slice(0, end);
  return findTerms(MEDICATION_LEXICON, own).length > 0 ? [] : own;
}

/** "If I take", "should I take", "I might be on". */
function isSupposed(clause: Clause, verb: number): boolean {
  const before = clause.tokens.slice(Math.max(0, verb - LONGEST_REACH_WORDS), verb);
  return findTerms(OPEN, before).length > 0;
}
