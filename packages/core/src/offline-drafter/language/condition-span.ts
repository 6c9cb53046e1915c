import { CONDITION_MODIFIERS } from "../lexicon/conditions.ts";
import type { Token } from "./clause.ts";

const TYPES = new Set("1 2 one two i ii".split(" "));

/**
 * Widens a condition's name by the words that belong to it: adjectives before, "type two" after. Leaving one out would
 * name another condition.
 *
 * @param tokens The clause's words.
 * @param match Where the name itself stands.
 * @returns Indexes of the first and last word of the whole name.
 */
export function conditionSpan(
  tokens: readonly Token[],
  match: { readonly first: number; readonly last: number },
): { first: number; last: number } {
  let { first, last } = match;
  while (CONDITION_MODIFIERS.has(tokens[first - 1]?.word ?? "")) first -= 1;
  // "Prior" says when, not what.
  if (first < match.first && tokens[first]?.word === "prior") first += 1;
  if (tokens[last + 1]?.word === "type" && TYPES.has(tokens[last + 2]?.word ?? "")) last += 2;
  return { first, last };
}
