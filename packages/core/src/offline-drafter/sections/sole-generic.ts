import { MEDICATION_LEXICON } from "../../clinical-language/lexicon/medications.ts";
import { findTerms } from "../../clinical-language/lexicon.ts";
import { tokenize } from "../../clinical-language/tokenize.ts";

/**
 * The one drug a name of the record stands for.
 *
 * @param name A medication's name as recorded, brand or generic.
 * @returns The generic name, or null where the list knows none or several: a combination is no single drug.
 */
export function soleGeneric(name: string): string | null {
  const generics = new Set(findTerms(MEDICATION_LEXICON, tokenize(name)).map((match) => match.value));
  const [generic] = generics;
  return generics.size === 1 && generic !== undefined ? generic : null;
}
