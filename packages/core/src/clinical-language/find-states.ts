import type { Clause } from "./clause.ts";
import { CONDITION_STATES } from "./lexicon/conditions.ts";
import { findTerms, type Match } from "./lexicon.ts";

/**
 * Finds conditions said as what somebody is: "is diabetic", "I'm an asthmatic"; not "diabetic neuropathy" or "diabetic diet".
 *
 * @param clause The clause.
 * @returns Where the word for the condition stands, in order.
 */
export function findStates({ tokens }: Clause): Match<true>[] {
  const word = (index: number): string => tokens[index]?.word ?? "";
  return findTerms(CONDITION_STATES, tokens).filter(({ first, last }) => {
    let at = first - 1;
    while (BETWEEN.has(word(at))) at -= 1;
    return BEING.has(word(at)) && (last === tokens.length - 1 || AFTER.has(word(last + 1)));
  });
}

const BEING = new Set(
  "is are was were am i'm you're she's he's sister's brother's mother's father's mom's dad's".split(" "),
);
const BETWEEN = new Set("a an also both all very severely".split(" "));
const AFTER = new Set("and but too also as so since with or now because on um uh yes yeah".split(" "));
