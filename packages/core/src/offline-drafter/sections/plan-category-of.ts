import type { Clause, Token } from "../../clinical-language/clause.ts";
import { TEST_LEXICON } from "../../clinical-language/lexicon/tests.ts";
import { buildLexicon, findTerms, lexiconOf, type Match } from "../../clinical-language/lexicon.ts";
import { readCues } from "../../clinical-language/read-cues.ts";
import type { SoapNote } from "../../soap-note/soap-note.ts";
import { IMPERATIVES, ORDER_WORDS, PLAN_INTENT, PLAN_RULES } from "../lexicon/plan.ts";

type PlanCategory = SoapNote["plan"]["items"][number]["category"];

const ORDER = lexiconOf(ORDER_WORDS);
const IMPERATIVE = lexiconOf(IMPERATIVES);
/** "The rest of your exam" is no advice: a phrase that means nothing of a plan is found as null. */
const RULES = buildLexicon<PlanCategory | null>([
  ...PLAN_RULES.flatMap(([category, list]) => list.split("|").map((phrase) => [phrase, category] as const)),
  ["rest of", null],
  ["let me check your blood pressure", null],
]);
/** Commands to a recorder and summaries of why the patient came are no plan. */
const NO_PLAN = lexiconOf("show me|finalize|presents|template|pull up|let you know".split("|"));
const CALLS = lexiconOf(
  "call me|call us|call the office|let me know|give me a call|give us a call|come back|come in|emergency room|see me sooner|come see me".split(
    "|",
  ),
);
/** A condition for the order itself. */
const OPEN_AFTER = lexiconOf(
  "if it|if that|if this|if your|if you|if the|if they|if things|if we|if i|unless|later|eventually|at some point|down the road|last year|ago".split(
    "|",
  ),
);
/** "I'll get the x-ray results" orders nothing. */
const RESULTS = new Set("result results report reports images back".split(" "));
/** Words before a command. */
const OPENING_WORDS = new Set(
  "and so okay ok alright right then now just also please well um uh first second".split(" "),
);

/**
 * Tells what of a plan a clinician's words decide, drugs apart.
 *
 * A decision has its intent, or is a command, before the study or the action it names, and no doubt, denial or condition
 * before it: such words reach forward, not back over what was decided (ConText, Harkema et al. 2009,
 * https://doi.org/10.1016/j.jbi.2009.05.002). "If … call me" is advice.
 *
 * @param clause The clinician's words.
 * @returns null where they decide nothing, ask, or leave it open.
 */
export function planCategoryOf(clause: Clause): PlanCategory | null {
  if (clause.mode === "conditional" && isAdvice(clause)) return "education";
  if (isOrdered(clause)) return "diagnostic_test";
  const rule = findTerms(RULES, clause.tokens).find(({ value }) => value !== null);
  return rule !== undefined && isDecided(clause, rule) && isIntended(clause.tokens, rule) ? rule.value : null;
}

/**
 * Tells whether a study is ordered: "order a CT without contrast", "get an A1c to see if …".
 *
 * @param clause The clinician's words.
 */
export function isOrdered(clause: Clause): boolean {
  const [study] = findTerms(TEST_LEXICON, clause.tokens);
  if (study === undefined || RESULTS.has(clause.tokens[study.last + 1]?.word ?? "")) return false;
  if (!isDecided(clause, study) || !isIntended(clause.tokens, study)) return false;
  return findTerms(ORDER, clause.tokens.slice(0, study.first)).length > 0;
}

function isDecided({ mode, role, tokens }: Clause, { first, last }: Match<unknown>): boolean {
  if (mode === "question" || findTerms(NO_PLAN, tokens).length > 0 || readCues(tokens, role).has("others"))
    return false;
  return (
    readCues(tokens.slice(0, first), role).size === 0 && findTerms(OPEN_AFTER, tokens.slice(last + 1)).length === 0
  );
}

function isIntended(tokens: readonly Token[], named: Match<unknown>): boolean {
  if (findTerms(PLAN_INTENT, tokens).some(({ first }) => first <= named.first)) return true;
  const [command] = findTerms(IMPERATIVE, tokens);
  return (
    command !== undefined &&
    command.first <= named.first &&
    tokens.slice(0, command.first).every(({ word }) => OPENING_WORDS.has(word))
  );
}

function isAdvice(clause: Clause): boolean {
  const warns = clause.tokens.some((token) => token.word === "if");
  return warns && !clause.cues.has("others") && findTerms(CALLS, clause.tokens).length > 0;
}
