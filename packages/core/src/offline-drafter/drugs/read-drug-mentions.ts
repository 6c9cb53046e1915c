import type { Clause, Token } from "../../clinical-language/clause.ts";
import { MEDICATION_LEXICON } from "../../clinical-language/lexicon/medications.ts";
import { DOSE_UNITS } from "../../clinical-language/lexicon/regimen.ts";
import { buildLexicon, findTerms, type Match } from "../../clinical-language/lexicon.ts";
import { isSpokenNumber } from "../../clinical-language/read-number.ts";
import { readStance } from "../../clinical-language/read-stance.ts";
import {
  DRUG_ACTIONS,
  type DrugDecision,
  INTENTS,
  OPEN_DECISIONS,
  REFUSALS_OF_DRUGS,
  STOPPED_TAKING,
  TURNED_DOWN,
} from "../lexicon/intent.ts";
import { verbOfTaking } from "./verb-of-taking.ts";

/**
 * What is said of a drug: that it is taken, is not, was given up or turned down, what was decided about it, that a decision
 * was left open (`considered`), or nothing certain (`unclear`).
 */
export type DrugUse = "taking" | "not taking" | "stopped taking" | "refused" | "considered" | "unclear" | DrugDecision;

/** A drug named in a clause, and what the clause says of it. */
export interface DrugMention {
  readonly clause: Clause;
  readonly match: Match<string>;
  readonly use: DrugUse;
}

const phrases = (list: readonly string[]) => buildLexicon(list.map((phrase) => [phrase, true] as const));
const INTENT = phrases(INTENTS);
const OPEN = phrases(OPEN_DECISIONS);
const STOPPED = phrases(STOPPED_TAKING);
const REFUSED = phrases(REFUSALS_OF_DRUGS);
/** How far before a drug the word stands that says what is done with it. */
const LONGEST_REACH_WORDS = 12;
const LONGEST_GIVING_UP_WORDS = 6;
const LONGEST_DENIAL_WORDS = 5;
const BETWEEN_LISTED = new Set(
  "and also plus the my your a an of once twice day daily per at night morning with or".split(" "),
);

/**
 * Reads what a clause says of each drug it names. A drug of another person is none of the patient's and is left out.
 *
 * @param clause A clause of the provider or the patient.
 * @example
 * readDrugMentions(clauseOf("provider", "Let's stop the ibuprofen and start Mobic")).map(({ use }) => use); // ["stopped", "started"]
 */
export function readDrugMentions(clause: Clause): DrugMention[] {
  const matches = findTerms(MEDICATION_LEXICON, clause.tokens);
  const mentions: DrugMention[] = [];
  for (const [order, match] of matches.entries()) {
    const previous = mentions.at(-1);
    const floor = (matches[order - 1]?.last ?? -1) + 1;
    const goesOn = floor > 0 && isListGap(clause.tokens.slice(floor, match.first));
    const use = useOf(clause, match, floor);
    if (isOfOthers(clause, match)) continue;
    if (use !== "unclear" || previous === undefined) mentions.push({ clause, match, use });
    else if (isSwitchedTo(clause, floor, match)) mentions.push({ clause, match, use: "started" });
    else mentions.push({ clause, match, use: goesOn ? previous.use : use });
  }
  return mentions;
}

function useOf(clause: Clause, match: Match<string>, floor: number): DrugUse {
  if (clause.role === "patient") return usedByPatient(clause, match, floor);
  const decided = decisionOn(clause, match, floor);
  if (decided !== null) return decided;
  const taking = verbOfTaking(clause, match.first);
  if (taking === null || clause.mode === "question" || isSupposed(clause, taking.verb)) return "unclear";
  return taking.denied ? "not taking" : "taking";
}

function usedByPatient(clause: Clause, match: Match<string>, floor: number): DrugUse {
  if (clause.mode === "question") return "unclear";
  const from = Math.max(floor, match.first - LONGEST_GIVING_UP_WORDS);
  const before = clause.tokens.slice(from, match.first);
  if (findTerms(REFUSED, before).length > 0) return "refused";
  const gaveUp = findTerms(STOPPED, before).at(-1) ?? findTerms(STOPPED, afterDrug(clause, match))[0];
  if (gaveUp !== undefined) {
    const isDenied = before.slice(0, gaveUp.first).some(({ word }) => TURNED_DOWN.has(word) || word.endsWith("n't"));
    return isDenied ? "taking" : "stopped taking";
  }
  const taking = verbOfTaking(clause, match.first);
  if (taking === null || isSupposed(clause, taking.verb) || isQuoted(clause, taking.verb)) return "unclear";
  return taking.denied ? "not taking" : "taking";
}

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

function decisionOn(clause: Clause, match: Match<string>, floor: number): DrugUse | null {
  const from = Math.max(floor, match.first - LONGEST_REACH_WORDS);
  const action = actionBefore(clause, from, match.first);
  if (action === null) return null;
  const before = clause.tokens.slice(0, action.first);
  const near = before.slice(-LONGEST_REACH_WORDS);
  const isImperative = before.every(({ word }) => OPENING_WORDS.has(word));
  const intends = findTerms(INTENT, clause.tokens.slice(0, action.last + 1)).length > 0;
  const isOpen = findTerms(OPEN, near).length > 0 || clause.mode === "question";
  const turnedDown = before
    .slice(-LONGEST_DENIAL_WORDS)
    .some(({ word }) => TURNED_DOWN.has(word) || (word.endsWith("n't") && word !== "n't"));
  if (clause.tokens.slice(action.last + 1, match.first).some(({ word }) => EXCEPTING.has(word))) return "unclear";
  if (turnedDown) return intends && action.value === "stopped" ? "continued" : "unclear";
  if (isOpen) return "considered";
  return intends || isImperative ? changeOf(clause, action, match) : null;
}
const EXCEPTING = new Set("except excluding not without besides than".split(" "));
/** Words with which a spoken order may open. */
const OPENING_WORDS = new Set(
  "and so okay ok alright then now just also please hey dragon um uh let's first second i'll".split(" "),
);

/** The second drug of "switch from A to B". */
function isSwitchedTo({ tokens, role }: Clause, floor: number, { first }: Match<string>): boolean {
  const between = tokens.slice(floor, first).map(({ word }) => word);
  const before = tokens.slice(Math.max(0, floor - LONGEST_REACH_WORDS), floor).map(({ word }) => word);
  const leaves = before.includes("from") && before.some((word) => SWITCHING.has(word));
  return role === "provider" && leaves && between.includes("to") && between.length <= 3;
}
const SWITCHING = new Set("switch switching change changing swap".split(" "));

/** "Switch from A to B" ends one and starts the other. */
function changeOf(clause: Clause, action: Match<DrugDecision>, match: Match<string>): DrugDecision {
  if (action.value !== "changed") return action.value;
  const before = clause.tokens[match.first - 1]?.word ?? "";
  const further = clause.tokens[match.first - 2]?.word ?? "";
  if (before === "to" || (before === "the" && further === "to")) return "started";
  return before === "from" || further === "from" ? "stopped" : "changed";
}

/** The action nearest before the drug; "you take" tells what is, not what shall be. */
function actionBefore(clause: Clause, from: number, drug: number): Match<DrugDecision> | null {
  const actions = findTerms(DRUG_ACTIONS, clause.tokens.slice(from, drug)).map((match) => ({
    ...match,
    first: match.first + from,
    last: match.last + from,
  }));
  const word = (index: number): string => clause.tokens[index]?.word ?? "";
  const told = actions.filter(
    ({ first }) => !(TAKING.has(word(first)) && TELLING.has(word(first - 1)) && !ORDERING.has(word(first - 2))),
  );
  const last = told.at(-1);
  const earlier = told.at(-2);
  if (last === undefined) return null;
  // "Continue with taking", "keep on using": the first word decides.
  const leads = earlier !== undefined && TAKING.has(word(last.first)) && last.first - earlier.last <= 2;
  return leads ? earlier : last;
}
const TAKING = new Set("take taking use using give".split(" "));
const TELLING = new Set("you he she they i also still you're".split(" "));
const ORDERING = new Set("have let want like need".split(" "));

/** "Taking A, 20 mg daily, and B": only regimen words and an "and" stand between two drugs of one list. */
function isListGap(tokens: readonly Token[]): boolean {
  return tokens.every((token) => BETWEEN_LISTED.has(token.word) || DOSE_UNITS.has(token.word) || isSpokenNumber(token));
}

function isOfOthers(clause: Clause, { first, last }: Match<string>): boolean {
  const sentence = { first: 0, last: clause.tokens.length - 1, asks: clause.mode === "question" };
  const { sequence, role, text, tokens } = clause;
  return readStance({ sequence, role, text, tokens, sentences: [sentence] }, first, last).person === "other";
}
