import { identifierPatterns, type KnownIdentifiers } from "./identifier-patterns.ts";

/** What stands in place of each masked character: one UTF-16 code unit, and no letter or digit of any language. */
export const MASK = "█";

/**
 * Makes a function that removes one patient's known identifiers from texts before they leave for a model.
 *
 * Every character of an identifier becomes one block and white space stays, so that each offset into the masked text is
 * the same offset into the stored one, and a model's quote can be found again. Only what the record knows of this
 * patient can be found: nicknames, misheard spellings, relatives, employers, places and other people are not known
 * (docs/clinical-safety.md).
 *
 * @param known The demographics of the snapshot.
 * @returns Masks a text; the result has the same length.
 * @example
 * const mask = maskIdentifiers({ full_name: "Alice Example", dob: "1968-05-14" });
 * mask("I'm Alice, born May 14th"); // "I'm █████, born ███ ████"
 */
export function maskIdentifiers(known: KnownIdentifiers): (text: string) => string {
  const patterns = identifierPatterns(known);
  return (text) =>
    patterns.reduce((masked, pattern) => masked.replace(pattern, (found) => found.replaceAll(/\S/g, MASK)), text);
}
