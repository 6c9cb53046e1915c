import { MEDICATION_LEXICON } from "../clinical-language/lexicon/medications.ts";
import { buildLexicon, findTerms } from "../clinical-language/lexicon.ts";
import { tokenize } from "../clinical-language/tokenize.ts";
import { DRUG_CLASSES, type DrugClass } from "./drug-classes.ts";

/** A drug as the safety rules know it. */
export interface DrugIdentity {
  /** Generic name where the lexicon knows it, else the words in lower case. */
  readonly generic: string;
  readonly classes: readonly DrugClass[];
}

const MEMBERS = buildLexicon(
  DRUG_CLASSES.flatMap((drugClass) => drugClass.members.map((name) => [name, drugClass] as const)),
);
const NAMES = buildLexicon(
  DRUG_CLASSES.flatMap((drugClass) => drugClass.names.map((name) => [name, drugClass] as const)),
);

/**
 * Tells which drug a text names, by brand or generic, and to which allergy classes it belongs.
 *
 * @param text Name of a drug, possibly with dose and form.
 */
export function identifyDrug(text: string): DrugIdentity {
  const tokens = tokenize(text);
  const [known] = findTerms(MEDICATION_LEXICON, tokens);
  const named = findTerms(MEMBERS, tokens).map(({ value }) => value);
  const byGeneric = known === undefined ? [] : findTerms(MEMBERS, tokenize(known.value)).map(({ value }) => value);
  const generic = known?.value ?? tokens.map(({ word }) => word).join(" ");
  return { generic, classes: [...new Set([...named, ...byGeneric])] };
}

/**
 * Tells which classes an allergen stands for: the class it names, or those of the drug it names.
 *
 * @param allergen As recorded or said.
 */
export function identifyAllergen(allergen: string): DrugIdentity {
  const drug = identifyDrug(allergen);
  const named = findTerms(NAMES, tokenize(allergen)).map(({ value }) => value);
  return { generic: drug.generic, classes: [...new Set([...named, ...drug.classes])] };
}
