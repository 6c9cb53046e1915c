import type { Clause } from "../../clinical-language/clause.ts";
import { conditionSpan } from "../../clinical-language/condition-span.ts";
import { findStates } from "../../clinical-language/find-states.ts";
import { CONDITION_LEXICON } from "../../clinical-language/lexicon/conditions.ts";
import { OTHER_PEOPLE, RELATIVES } from "../../clinical-language/lexicon/people.ts";
import { buildLexicon, findTerms, type Match } from "../../clinical-language/lexicon.ts";
import { quote, wordsOf } from "../../clinical-language/quote.ts";
import { askToConfirm, type Scene } from "../scene.ts";
import { type HistoryEntry, historyEntry } from "./history-entry.ts";
import { isOwnRelative } from "./is-own-relative.ts";

const RELATIVE = buildLexicon(RELATIVES.map((name) => [name, true] as const));
const NO_RELATIVE = buildLexicon(OTHER_PEOPLE.filter((name) => name !== "family").map((name) => [name, true] as const));
const BETWEEN = new Set(
  (
    "has had have was is are with and both also a an the diagnosed of from died passed away history got who really bad very my side on mother's father's " +
    "mom's dad's of the severe type my uh um did does suffers suffered struggles struggled developed"
  ).split(" "),
);

/**
 * What runs in the patient's blood relations: a relative and a condition with nothing but having between them.
 *
 * @param scene The encounter; a clause with a relative and a condition that does not fit is put to the clinician.
 */
export function draftFamilyHistory(scene: Scene): HistoryEntry[] {
  const entries: HistoryEntry[] = [];
  for (const clause of scene.clauses) {
    if (clause.role !== "patient" && clause.role !== "provider") continue;
    if (clause.mode !== "statement" || !clause.cues.has("others")) continue;
    const relatives = findTerms(RELATIVE, clause.tokens).filter((match, _, all) => isOwnRelative(clause, match, all));
    const conditions = [...findTerms(CONDITION_LEXICON, clause.tokens), ...findStates(clause)];
    if (findTerms(RELATIVE, clause.tokens).length === 0 || conditions.length === 0) continue;
    const doubtful =
      clause.cues.has("negation") || clause.cues.has("uncertain") || findTerms(NO_RELATIVE, clause.tokens).length > 0;
    const found = doubtful ? [] : pairsOf(clause, relatives, conditions);
    if (found.length === 0)
      askToConfirm(
        scene,
        "A relative and a condition were spoken of in words that state no family history for certain",
        [quote(clause)],
      );
    entries.push(...found);
  }
  return entries;
}

function pairsOf(
  clause: Clause,
  relatives: readonly Match<true>[],
  conditions: readonly Match<true>[],
): HistoryEntry[] {
  const entries: HistoryEntry[] = [];
  for (const condition of conditions) {
    const { first, last } = conditionSpan(clause, condition);
    const relative = relatives.filter((match) => match.last < first).at(-1);
    if (relative === undefined) continue;
    const known = new Set(conditions.flatMap((match) => [match.first, match.last]));
    const between = clause.tokens.slice(relative.last + 1, first);
    const direct = between.every((token, offset) => BETWEEN.has(token.word) || known.has(relative.last + 1 + offset));
    if (!direct) continue;
    entries.push({
      ...historyEntry("family", wordsOf(clause, first, last), [quote(clause)]),
      relationship: wordsOf(clause, relative.first, relative.last),
    });
  }
  return entries;
}
