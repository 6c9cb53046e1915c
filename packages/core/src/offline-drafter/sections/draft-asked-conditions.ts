import type { Clause } from "../../clinical-language/clause.ts";
import { conditionSpan } from "../../clinical-language/condition-span.ts";
import type { Exchange } from "../../clinical-language/find-exchanges.ts";
import { findStates } from "../../clinical-language/find-states.ts";
import { FILLERS } from "../../clinical-language/lexicon/clause-boundaries.ts";
import { CONDITION_LEXICON } from "../../clinical-language/lexicon/conditions.ts";
import { findTerms } from "../../clinical-language/lexicon.ts";
import { quote, wordsOf } from "../../clinical-language/quote.ts";
import { askToConfirm, type Scene } from "../scene.ts";
import { type HistoryEntry, historyEntry } from "./history-entry.ts";

/** What a question that asks for nothing but conditions may consist of. */
const ASKING = new Set(
  (
    "do you have you've had have has ever any been diagnosed with told a an of history or and also other past medical " +
    "suffer from are is there what about"
  ).split(" "),
);
/** A patient's own words of having: what follows is read as a statement, not as an answer. */
const OWNING = new Set("have had i've".split(" "));

/**
 * Conditions the clinician asked for, one or several questions in a row, and the patient's answer to them.
 *
 * A plain yes to a single condition is the patient's; a plain no is nobody's. Every other answer ("the second one") is
 * put to the clinician with the questions, and never resolved here.
 *
 * @param scene The encounter.
 */
export function draftAskedConditions(scene: Scene): HistoryEntry[] {
  return scene.exchanges.flatMap((exchange) => entryAnswered(scene, exchange));
}

function entryAnswered(scene: Scene, { question, answer, answerClauses }: Exchange): HistoryEntry[] {
  const questions = questionsBefore(scene, question);
  const run = questions.filter(asksForConditions);
  const asked = run.flatMap((clause) =>
    findTerms(CONDITION_LEXICON, clause.tokens)
      .filter(({ first }) => !ALLERGY.test(clause.tokens[first]?.word ?? ""))
      .map((match) => ({ clause, match })),
  );
  const [only] = asked;
  if (only === undefined || !run.includes(question) || answer === "no" || answerClauses.some(statesOwn)) return [];
  const evidence = [...run, ...answerClauses].slice(0, MOST_EVIDENCE).map((clause) => quote(clause));
  if (questions.length === 1 && asked.length === 1 && answer === "yes") {
    const { first, last } = conditionSpan(only.clause, only.match);
    return [historyEntry("medical", wordsOf(only.clause, first, last), evidence)];
  }
  askToConfirm(scene, "Conditions were asked about and the answer does not settle which the patient has", evidence);
  return [];
}
const MOST_EVIDENCE = 50;
/** Allergies have a list of their own. */
const ALLERGY = /^allerg/;

/** The questions with which the clinician's turn ends, the last one included. */
function questionsBefore(scene: Scene, question: Clause): Clause[] {
  const turn = scene.clauses.filter(({ sequence, start }) => sequence === question.sequence && start <= question.start);
  return turn.slice(turn.findLastIndex(({ mode }) => mode !== "question") + 1);
}

function asksForConditions(clause: Clause): boolean {
  const named = new Set<number>();
  for (const match of findTerms(CONDITION_LEXICON, clause.tokens)) {
    const { first, last } = conditionSpan(clause, match);
    for (let index = first; index <= last; index += 1) named.add(index);
  }
  const isPlain = clause.tokens.every(({ word }, index) => named.has(index) || ASKING.has(word) || FILLERS.has(word));
  return named.size > 0 && isPlain && !clause.cues.has("others");
}

/** "I have asthma" is drafted as what it states. */
const statesOwn = (clause: Clause): boolean =>
  findStates(clause).length > 0 ||
  (findTerms(CONDITION_LEXICON, clause.tokens).length > 0 && clause.tokens.some(({ word }) => OWNING.has(word)));
