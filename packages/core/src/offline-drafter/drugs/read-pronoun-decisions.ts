import type { Clause } from "../../clinical-language/clause.ts";
import { MEDICATION_LEXICON } from "../../clinical-language/lexicon/medications.ts";
import { findTerms, type Match } from "../../clinical-language/lexicon.ts";
import { DRUG_ACTIONS, type DrugDecision } from "../lexicon/intent.ts";
import { decidedByProvider } from "./decided-by-provider.ts";
import type { DrugMention, DrugName, DrugUse } from "./drug-mention.ts";

/** Changes of a drug that is there already; "take it" and "try that" may speak of anything. */
const CHANGES = new Set<DrugUse>(["increased", "decreased", "stopped", "held", "restarted", "continued"] as const);
const PRONOUNS = new Set(["it", "that", "this"]);
/** Verbs that other things than a drug can follow: "keep it dry", "drop it", "cut that out". */
const EVERYDAY = new Set("keep leave drop refill skip no".split(" "));

/**
 * Reads what a clinician decides about a drug that was just named and is now only "it": "You're on lisinopril twenty.
 * Let's cut it in half."
 *
 * The drug must be the only one named in the same clause before, or in the clause right before in the same turn.
 *
 * @param clauses Clauses of the provider and the patient, in order.
 */
export function readPronounDecisions(clauses: readonly Clause[]): DrugMention[] {
  return clauses.flatMap((clause, index) => {
    if (clause.role !== "provider") return [];
    return findTerms(DRUG_ACTIONS, clause.tokens).flatMap((action) => decisionOn(clause, action, clauses[index - 1]));
  });
}

function decisionOn(clause: Clause, action: Match<DrugDecision>, before: Clause | undefined): DrugMention[] {
  const at = action.last + 1;
  const word = clause.tokens[at]?.word ?? "";
  const isEveryday = EVERYDAY.has(clause.tokens[action.first]?.word ?? "");
  const [after] = findTerms(MEDICATION_LEXICON, clause.tokens.slice(at));
  if (!PRONOUNS.has(word) || isEveryday || after !== undefined) return [];
  const antecedent = nameBefore(clause, action.first, before);
  if (antecedent === null) return [];
  const match = { first: at, last: at, value: antecedent.match.value };
  const floor = antecedent.clause === clause ? antecedent.match.last + 1 : 0;
  const use = decidedByProvider(clause, match, floor);
  return use !== null && CHANGES.has(use) ? [{ clause, match, use, antecedent }] : [];
}

function nameBefore(clause: Clause, until: number, before: Clause | undefined): DrugName | null {
  const own = findTerms(MEDICATION_LEXICON, clause.tokens.slice(0, until));
  const isNear = before !== undefined && before.sequence === clause.sequence;
  const near = own.length > 0 || !isNear ? [] : findTerms(MEDICATION_LEXICON, before.tokens);
  const named = [...own, ...near];
  const [match] = named;
  if (match === undefined || new Set(named.map(({ value }) => value)).size !== 1) return null;
  return own.length > 0 ? { clause, match } : before === undefined ? null : { clause: before, match };
}
