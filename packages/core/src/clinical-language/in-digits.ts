import { readNumberFacts } from "./number-facts.ts";
import { tokenize } from "./tokenize.ts";

/**
 * Writes the number at the start of a value in digits and leaves the rest, such as its unit, as it was said.
 *
 * @param value Words of one value: a measurement or a dose.
 * @returns The value; unchanged where it is in digits already or is no single number.
 * @example
 * inDigits("zero . zero five percent"); // "0.05 percent"
 */
export function inDigits(value: string): string {
  const tokens = tokenize(value);
  const facts = readNumberFacts(value, tokens);
  const [fact] = facts;
  const head = tokens[0];
  if (fact === undefined || head === undefined || facts.length > 1 || fact.first !== 0) return value;
  const isWritten = fact.last === 0 && /^\p{N}/u.test(head.word);
  return isWritten ? value : `${fact.value}${value.slice(tokens[fact.last]?.end ?? 0)}`;
}
