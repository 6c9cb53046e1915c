import type { Clause } from "../../clinical-language/clause.ts";
import type { Match } from "../../clinical-language/lexicon.ts";

/**
 * Tells whether a relative is the patient's own by the word that names it: "my mother", "my older brother", "my mother
 * and father"; not "my dad's mom", "my grand aunt" or "on my father side", whose relation is another than the word says.
 *
 * @param clause The clause.
 * @param match The relative.
 * @param all All relatives of the clause.
 */
export function isOwnRelative(clause: Clause, match: Match<true>, all: readonly Match<true>[]): boolean {
  const word = (index: number): string => clause.tokens[index]?.word ?? "";
  if (word(match.last).endsWith("'s") || word(match.last + 1) === "side" || word(match.last).endsWith("side"))
    return false;
  let at = match.first - 1;
  for (;;) {
    const coordinated = word(at) === "and" || word(at) === "both" || ADJECTIVES.has(word(at));
    const relative = all.find((other) => other.last === at);
    if (coordinated) at -= 1;
    else if (relative !== undefined && word(at + 1) === "and" && !word(at).endsWith("'s")) at = relative.first - 1;
    else return OWNERS.has(word(at)) && word(at - 1) !== "on";
  }
}
const ADJECTIVES = new Set(
  "older oldest elder eldest younger youngest other late own twin maternal paternal biological".split(" "),
);
const OWNERS = new Set("my your his her our".split(" "));
