import type { Clause } from "./clause.ts";
import { CONDITION_MODIFIERS } from "./lexicon/conditions.ts";

const TYPED = new Set("diabetes mellitus".split(" "));
const TYPES = new Set("1 2 one two i ii".split(" "));

/**
 * Widens a condition's name by the words that belong to it: adjectives before, "type two" after. Leaving one out would
 * name another condition.
 *
 * @param clause The clause; a comma ends a name.
 * @param match Where the name itself stands.
 * @returns Indexes of the first and last word of the whole name.
 */
export function conditionSpan(
  clause: Clause,
  match: { readonly first: number; readonly last: number },
): { first: number; last: number } {
  const { tokens } = clause;
  let { first, last } = match;
  while (CONDITION_MODIFIERS.has(tokens[first - 1]?.word ?? "") && isJoined(clause, first - 1)) first -= 1;
  // "Two heart attacks" counts; "stage two cancer" names.
  while (first < match.first && TYPES.has(tokens[first]?.word ?? "")) first += 1;
  // "Prior" says when, not what.
  if (first < match.first && tokens[first]?.word === "prior") first += 1;
  const isTyped =
    TYPED.has(tokens[last]?.word ?? "") && tokens[last + 1]?.word === "type" && TYPES.has(tokens[last + 2]?.word ?? "");
  if (isTyped && isJoined(clause, last) && isJoined(clause, last + 1)) last += 2;
  return { first, last };
}

/** Only white space stands between this word and the next. */
function isJoined(clause: Clause, index: number): boolean {
  return /^\s+$/.test(clause.text.slice(clause.tokens[index]?.end ?? 0, clause.tokens[index + 1]?.start ?? 0));
}
