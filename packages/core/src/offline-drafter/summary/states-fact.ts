import type { Clause } from "../../clinical-language/clause.ts";
import { MEDICATION_LEXICON } from "../../clinical-language/lexicon/medications.ts";
import { DOSE_UNITS } from "../../clinical-language/lexicon/regimen.ts";
import { VITAL_LEXICON } from "../../clinical-language/lexicon/vital-signs.ts";
import { findTerms } from "../../clinical-language/lexicon.ts";
import { numberValue } from "../../clinical-language/number-value.ts";
import { readNumber } from "../../clinical-language/read-number.ts";

/** A systolic pressure in mmHg that a person can have. */
const LOWEST_SYSTOLIC = 60;

/**
 * Tells whether a passage names a drug, a dose, or a measured value: what no draft may leave out.
 *
 * @param passage The passage.
 */
export function statesFact(passage: Clause): boolean {
  if (findTerms(MEDICATION_LEXICON, passage.tokens).length > 0) return true;
  const measures = findTerms(VITAL_LEXICON, passage.tokens).length > 0;
  for (let index = 0; index < passage.tokens.length; index += 1) {
    const number = readNumber(passage.text, passage.tokens, index);
    if (number === null) continue;
    if (measures || isPressure(passage, number.first, number.last)) return true;
    if (MASS_UNITS.has(passage.tokens[number.last + 1]?.word ?? "")) return true;
    index = number.last;
  }
  return false;
}

/** Units that nothing but a dose is given in. */
const MASS_UNITS: ReadonlySet<string> = new Set(
  [...DOSE_UNITS].filter((unit) => /^(?:mg|milli|micro|mcg|units|puffs)/.test(unit)),
);

function isPressure(passage: Clause, first: number, last: number): boolean {
  const words = passage.tokens.slice(first, last + 1).map(({ word }) => word);
  if (/^\d{2,3}\/\d{2,3}$/.test(words[0] ?? "")) return true;
  return passage.tokens[last + 1]?.word === "over" && Number(numberValue(words) ?? 0) >= LOWEST_SYSTOLIC;
}
