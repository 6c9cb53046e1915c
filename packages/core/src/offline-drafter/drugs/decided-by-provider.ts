import type { Clause, Token } from "../../clinical-language/clause.ts";
import { isQuestion } from "../../clinical-language/is-question.ts";
import { FILLERS, QUESTION_INSIDE } from "../../clinical-language/lexicon/clause-boundaries.ts";
import { findTerms, lexiconOf, type Match } from "../../clinical-language/lexicon.ts";
import { numberValue } from "../../clinical-language/number-value.ts";
import { numberWords } from "../../clinical-language/number-words.ts";
import { readNumber } from "../../clinical-language/read-number.ts";
import {
  DRUG_ACTIONS,
  type DrugDecision,
  INTENTS,
  LATER_CONDITIONS,
  OPEN_DECISIONS,
  PROPOSALS,
  TURNED_DOWN,
} from "../lexicon/intent.ts";
import type { DrugUse } from "./drug-mention.ts";
import { exchangeIn } from "./exchange-of-drugs.ts";

const INTENT = lexiconOf(INTENTS);
const OPEN = lexiconOf(OPEN_DECISIONS);
const PROPOSAL = lexiconOf(PROPOSALS);
const LATER_CONDITION = lexiconOf(LATER_CONDITIONS);
/** How far before a drug the word stands that says what is done with it. */
const LONGEST_REACH_WORDS = 12;
const LONGEST_DENIAL_WORDS = 5;
const LONGEST_DOSE_WORDS = 6;

/**
 * Reads what a clinician's clause decides about a drug.
 *
 * A decision has an intent and an action before the drug; one under a doubt, a question or a condition, before or right
 * after it, is `considered`; one that is denied is none.
 *
 * @param clause The clinician's clause.
 * @param match The drug, or the "it" that stands for one.
 * @param floor Index of the first word that is not another drug's.
 * @returns null where the clause decides nothing.
 */
export function decidedByProvider(clause: Clause, match: Match<string>, floor: number): DrugUse | null {
  const action = actionBefore(clause, Math.max(floor, match.first - LONGEST_REACH_WORDS), match.first);
  if (action === null) return null;
  if (PAST_ACTS.has(clause.tokens[action.first]?.word ?? "") && clause.cues.has("past")) return "unclear";
  const before = clause.tokens.slice(0, action.first);
  const near = before.slice(-LONGEST_REACH_WORDS);
  if (clause.tokens.slice(action.last + 1, match.first).some(({ word }) => EXCEPTING.has(word))) return "unclear";
  const isProposed = findTerms(OPEN, near).length > 0 || findTerms(PROPOSAL, before).length > 0;
  const isImperative = before.every(({ word }) => OPENING_WORDS.has(word));
  const intends = findTerms(INTENT, clause.tokens.slice(0, action.last + 1)).length > 0 || isDoing(clause, action);
  const denial = before
    .slice(-LONGEST_DENIAL_WORDS)
    .findLast(({ word }) => TURNED_DOWN.has(word) || (word.endsWith("n't") && word !== "n't"));
  if (denial !== undefined) {
    const isOrder = before.every(({ word }) => OPENING_WORDS.has(word) || ORDER_DENIALS.has(word));
    return (intends || isOrder) && LEAVING_BE.has(action.value) ? "continued" : "unclear";
  }
  const isAsked = clause.mode === "question" && !isAskedAfter(clause, match);
  if (isAsked && !isProposed && !intends) return "unclear";
  if (isProposed || isAsked || isConditionedLater(clause, action, match)) return "considered";
  return intends || isImperative ? changeOf(clause, action, match) : null;
}
/** "I sent you amoxicillin" is this visit's order unless it was of another day. */
const PAST_ACTS = new Set("sent called prescription prescriptions script".split(" "));
const EXCEPTING = new Set("except excluding not without besides than instead".split(" "));
/** Words with which a spoken order may open. */
const OPENING_WORDS = new Set(
  "and so okay ok alright then now just also please hey dragon um uh let's first second i'll keep continue go ahead you can".split(
    " ",
  ),
);
const ORDER_DENIALS = new Set("don't do n't never not".split(" "));
/** Not to do one of these leaves the drug as it is. */
const LEAVING_BE: ReadonlySet<DrugDecision> = new Set(["stopped", "held", "changed"] as const);

/** "I'm taking you off", "we're stopping"; not "I'm taking", which a patient says under the wrong speaker's name. */
function isDoing({ tokens }: Clause, { first, last }: Match<DrugDecision>): boolean {
  const word = (index: number): string => tokens[index]?.word ?? "";
  const isSelf = TAKING.has(word(first)) && first === last;
  const subject = DOING_ADVERBS.has(word(first - 1)) ? first - 2 : first - 1;
  const acts = DOERS.has(word(subject)) || (word(subject) === "are" && word(subject - 1) === "we");
  return (acts && word(first).endsWith("ing") && !isSelf) || isPrescribing(tokens.slice(0, last + 1));
}
/** "I am sending a prescription", "we're gonna be giving you a script": who acts, and an act of prescribing. */
function isPrescribing(tokens: readonly Token[]): boolean {
  return tokens.some(({ word }, index) => {
    const act = tokens.slice(index + 1, index + 1 + LONGEST_ACTING_WORDS).some((one) => PRESCRIBING.has(one.word));
    return act && (DOERS.has(word) || (word === "are" && tokens[index - 1]?.word === "we"));
  });
}
const LONGEST_ACTING_WORDS = 3;
const PRESCRIBING = new Set(
  "sending giving writing calling prescribing ordering starting putting adding getting".split(" "),
);
const DOERS = new Set("i'm we're am".split(" "));
const DOING_ADVERBS = new Set("just also now then".split(" "));

/** "I'll start you on metformin, is that okay with you": what is asked comes after what is decided. */
function isAskedAfter({ tokens }: Clause, { last }: Match<string>): boolean {
  return (
    !isQuestion(tokens.slice(0, last + 1), "", FILLERS) && findTerms(ASKED_AFTER, tokens.slice(last + 1)).length > 0
  );
}
const ASKED_AFTER = lexiconOf([
  ...QUESTION_INSIDE,
  "is that",
  "does that",
  "sound good",
  "okay with",
  "all right with",
]);

/** "Stop the lisinopril if you get a cough"; "take ibuprofen if it hurts" is an order with its use. */
function isConditionedLater({ tokens, text }: Clause, action: Match<DrugDecision>, { last }: Match<string>): boolean {
  if (TAKING.has(tokens[action.first]?.word ?? "")) return false;
  const after = tokens.slice(last + 1);
  const own = after.findIndex(({ word, start }, index) => {
    const gap = text.slice(after[index - 1]?.end ?? tokens[last]?.end ?? 0, start);
    return CLOSING.has(word) || /[,;:]/.test(gap);
  });
  return findTerms(LATER_CONDITION, own === -1 ? after : after.slice(0, own)).length > 0;
}
const CLOSING = new Set("and so but call come because".split(" "));

/** An exchange ends one drug and starts the other; "from 40 to 20" says itself which way a dose goes. */
function changeOf(clause: Clause, action: Match<DrugDecision>, match: Match<string>): DrugDecision {
  const isOpenWay = action.value === "changed" || TAKING.has(clause.tokens[action.first]?.word ?? "");
  const way = isOpenWay ? directionOf(clause, action.last + 1, match.last + LONGEST_DOSE_WORDS) : null;
  if (way !== null) return way;
  if (action.value !== "changed") return action.value;
  const exchanged = exchangeIn(clause, match);
  if (exchanged !== null) return exchanged === "from" ? "stopped" : "started";
  const before = clause.tokens[match.first - 1]?.word ?? "";
  const further = clause.tokens[match.first - 2]?.word ?? "";
  if (before === "to" || (before === "the" && further === "to")) return "started";
  return before === "from" || further === "from" ? "stopped" : "changed";
}

/** "From 40 to 20 [milligrams]". */
function directionOf({ text, tokens }: Clause, from: number, to: number): "increased" | "decreased" | null {
  const at = tokens.findIndex(({ word }, index) => index >= from && index <= to && word === "from");
  const old = at === -1 ? null : readNumber(text, tokens, at + 1);
  if (old === null) return null;
  const link = tokens.findIndex(({ word }, index) => index > old.last && index <= old.last + 2 && word === "to");
  const next = link === -1 ? null : readNumber(text, tokens, link + 1);
  if (next === null) return null;
  const [before, after] = [old, next].map(({ first, last }) =>
    Number(numberValue(numberWords(text, tokens, first, last))),
  );
  if (before === undefined || after === undefined || !(before !== after)) return null;
  return after > before ? "increased" : "decreased";
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
