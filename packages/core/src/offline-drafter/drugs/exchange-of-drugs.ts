import type { Clause } from "../../clinical-language/clause.ts";
import { MEDICATION_LEXICON } from "../../clinical-language/lexicon/medications.ts";
import { findTerms, type Match } from "../../clinical-language/lexicon.ts";

const EXCHANGING = new Set(
  "switch switching switched change changing changed swap swapping swapped replace replacing replaced".split(" "),
);
const INTO = new Set("to for with by".split(" "));
const LINKS = new Set("to for with by over out the a your my some".split(" "));
const LONGEST_LEAD_WORDS = 6;
const LONGEST_LINK_WORDS = 3;

/**
 * Tells which side of an exchange a drug is: "switch (you from) A to B", "replace A with B", "switch you to B from A".
 *
 * @param clause The clause.
 * @param match The drug.
 * @returns `from` for what is left, `to` for what takes its place, null where two drugs are not exchanged.
 */
export function exchangeIn(clause: Clause, match: Match<string>): "from" | "to" | null {
  const drugs = findTerms(MEDICATION_LEXICON, clause.tokens);
  const at = drugs.findIndex(({ first }) => first === match.first);
  const next = drugs[at + 1];
  const previous = drugs[at - 1];
  if (next !== undefined && isPair(clause, match, next)) return sideBefore(clause, match) === "to" ? "to" : "from";
  if (previous !== undefined && isPair(clause, previous, match))
    return sideBefore(clause, previous) === "to" ? "from" : "to";
  return null;
}

function isPair({ tokens }: Clause, left: Match<string>, right: Match<string>): boolean {
  const lead = tokens.slice(Math.max(0, left.first - LONGEST_LEAD_WORDS), left.first).map(({ word }) => word);
  const between = tokens.slice(left.last + 1, right.first).map(({ word }) => word);
  if (left.value === right.value || !lead.some((word) => EXCHANGING.has(word))) return false;
  const isLinked = between.length <= LONGEST_LINK_WORDS && between.every((word) => LINKS.has(word) || word === "from");
  return isLinked && between.some((word) => INTO.has(word) || word === "from");
}

/** The word right before a drug that says which side it stands on. */
function sideBefore({ tokens }: Clause, { first }: Match<string>): "from" | "to" | null {
  for (let index = first - 1; index >= Math.max(0, first - 2); index -= 1) {
    const word = tokens[index]?.word ?? "";
    if (word === "from" || word === "to") return word;
  }
  return null;
}
