import { VITAL_LEXICON, type VitalSign } from "../clinical-language/lexicon/vital-signs.ts";
import { findTerms } from "../clinical-language/lexicon.ts";
import { readNumberFacts } from "../clinical-language/number-facts.ts";
import { readTemperature } from "../clinical-language/read-temperature.ts";
import { tokenize } from "../clinical-language/tokenize.ts";
import type { SoapNote } from "../soap-note/soap-note.ts";
import type { RaisedAlert } from "./raised-alert.ts";

type Vital = SoapNote["objective"]["vitalSigns"][number];

/**
 * Values of adults that score 3 alone in NEWS2 (Royal College of Physicians 2017,
 * https://www.rcp.ac.uk/improving-care/resources/national-early-warning-score-news-2/), and the blood pressure of a
 * hypertensive crisis (ACC/AHA 2017, https://doi.org/10.1161/HYP.0000000000000065).
 */
const RULES_VERSION = "2026-11-1";
const LIMITS: Readonly<Partial<Record<VitalSign, (value: number) => boolean>>> = {
  respiratory_rate: (perMinute) => perMinute <= 8 || perMinute >= 25,
  oxygen_saturation: (percent) => percent <= 91 && percent >= 40,
  heart_rate: (perMinute) => perMinute <= 40 || perMinute >= 131,
};
/** The same limits of the body's temperature on either scale. */
const TEMPERATURE_LIMITS = { fahrenheit: { low: 95, high: 104 }, celsius: { low: 35, high: 40 } } as const;
/** Age in years from which the limits of adults hold. */
const ADULT_AGE_YEARS = 16;

/**
 * Finds vital signs that are dangerous by themselves.
 *
 * @param vitals As drafted and grounded; the value in digits or spoken words.
 * @param ageYears The patient's age, or null where it is unknown; the limits of adults are not used on a child.
 */
export function checkVitalSigns(vitals: readonly Vital[], ageYears: number | null): RaisedAlert[] {
  if (ageYears !== null && ageYears < ADULT_AGE_YEARS) return [];
  return vitals.filter(isDangerous).map((vital) => ({
    rule: `vital-${RULES_VERSION}`,
    subject: `${vital.vital_name} ${vital.vital_value}`.toLowerCase(),
    alert_type: "vital_sign",
    severity: "critical",
    message: `${vital.vital_name} ${vital.vital_value} is dangerous by itself`,
    evidence: vital.evidence,
  }));
}

function isDangerous({ vital_name, vital_value, unit }: Vital): boolean {
  const [sign] = findTerms(VITAL_LEXICON, tokenize(vital_name));
  const [number] = readNumberFacts(vital_value, tokenize(vital_value));
  if (sign === undefined || number === undefined) return false;
  if (sign.value === "temperature") {
    const temperature = readTemperature(vital_value, unit);
    if (temperature === null || temperature.scale === null) return false;
    const { low, high } = TEMPERATURE_LIMITS[temperature.scale];
    return temperature.degrees <= low || temperature.degrees >= high;
  }
  if (sign.value === "blood_pressure") {
    const [systolic = Number.NaN, diastolic = Number.NaN] = number.value.split("/").map(Number);
    return systolic <= 90 || systolic >= 180 || diastolic >= 120;
  }
  return LIMITS[sign.value]?.(Number(number.value)) ?? false;
}
