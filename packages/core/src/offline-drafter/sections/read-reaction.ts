import type { Clause } from "../../clinical-language/clause.ts";
import { REACTION_LEXICON } from "../../clinical-language/lexicon/allergens.ts";
import { findTerms } from "../../clinical-language/lexicon.ts";
import { wordsOf } from "../../clinical-language/quote.ts";

/**
 * The reaction to an allergen, in the words of the speaker.
 *
 * @param clause The clause.
 * @param after Index of the word after which it stands; -1 for anywhere.
 */
export function readReaction(clause: Clause, after: number): string | null {
  const named = findTerms(REACTION_LEXICON, clause.tokens).filter((match) => match.first > after);
  // "Break out in hives": the second word of the two says what it was.
  const exact = named.filter((match) => !BREAKING.has(clause.tokens[match.first]?.word ?? ""));
  const reactions = exact.length > 0 ? exact : named;
  const [first] = reactions;
  const last = reactions.at(-1);
  if (first === undefined || last === undefined) return null;
  // Several reactions are quoted from the first to the last only where nothing but "and" stands between them.
  const joined = clause.tokens.slice(first.last + 1, last.first).every((token) => token.word === "and");
  return wordsOf(clause, first.first, joined ? last.last : first.last);
}

const BREAKING = new Set(["break", "breaks", "broke"]);
