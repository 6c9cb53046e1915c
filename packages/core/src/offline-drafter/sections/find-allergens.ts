import type { Clause } from "../../clinical-language/clause.ts";
import { ALLERGEN_LEXICON } from "../../clinical-language/lexicon/allergens.ts";
import { MEDICATION_LEXICON } from "../../clinical-language/lexicon/medications.ts";
import { findTerms, type Match } from "../../clinical-language/lexicon.ts";

/**
 * Everything in a clause that can be an allergen: drugs, and what the list of allergens has besides.
 *
 * @param clause The clause.
 * @returns Matches in order, none overlapping another.
 */
export function findAllergens(clause: Clause): Match<string>[] {
  const drugs = findTerms(MEDICATION_LEXICON, clause.tokens);
  const others = findTerms(ALLERGEN_LEXICON, clause.tokens);
  const isOwn = (other: Match<string>): boolean =>
    drugs.every(
      (drug) => other.last < drug.first || other.first > drug.last || other.last - other.first > drug.last - drug.first,
    );
  const kept = others.filter(isOwn);
  return [
    ...drugs.filter((drug) => kept.every((other) => other.last < drug.first || other.first > drug.last)),
    ...kept,
  ].sort((a, b) => a.first - b.first);
}
