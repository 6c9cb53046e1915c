import { VITAL_LEXICON } from "../clinical-language/lexicon/vital-signs.ts";
import { findTerms } from "../clinical-language/lexicon.ts";
import { readTemperature } from "../clinical-language/read-temperature.ts";
import { tokenize } from "../clinical-language/tokenize.ts";
import type { SoapNote } from "../soap-note/soap-note.ts";

type Vital = SoapNote["objective"]["vitalSigns"][number];
type Confirmation = SoapNote["meta"]["aiFlags"]["needs_clinician_confirmation"][number];

/**
 * Asks about temperatures that no scale makes a body's: no alert can be raised on them, and none ruled out.
 *
 * @param vitals As drafted and grounded.
 */
export function findDoubtfulTemperatures(vitals: readonly Vital[]): Confirmation[] {
  return vitals
    .filter(({ vital_name, vital_value, unit }) => {
      const isTemperature = findTerms(VITAL_LEXICON, tokenize(vital_name))[0]?.value === "temperature";
      return isTemperature && readTemperature(vital_value, unit)?.scale === null;
    })
    .map(({ id, evidence }) => ({
      itemId: id,
      reason: "A temperature without a unit is neither Fahrenheit nor Celsius by its size",
      evidence,
    }));
}
