import { buildLexicon, type Lexicon } from "../lexicon.ts";

/** What a result of an analyte can be, in the unit it is said in without naming it. */
export interface Plausible {
  readonly lowest: number;
  readonly highest: number;
}

/**
 * Analytes whose result is said as a bare number ("sodium 138"), with the limits beyond which the number is something else:
 * a dose ("potassium 40"), a diet ("sodium 2"), a count of weeks. The limits hold every reportable result in conventional
 * US units (reference ranges and critical values: https://www.ncbi.nlm.nih.gov/books/NBK542197/, names after
 * https://loinc.org), and are wide on purpose.
 */
const ANALYTES: readonly (readonly [names: string, lowest: number, highest: number])[] = [
  ["sodium|sodium level", 100, 180],
  ["potassium|potassium level", 1.5, 9.9],
  ["chloride", 70, 140],
  ["bicarb|bicarbonate", 5, 50],
  ["creatinine", 0.1, 20],
  ["bun", 2, 200],
  ["gfr|egfr", 3, 150],
  ["glucose|blood sugar|blood glucose|fasting glucose", 20, 1000],
  ["hemoglobin a1c|a1c|hba1c", 3.5, 20],
  ["hemoglobin", 3, 25],
  ["hematocrit", 10, 70],
  ["white count|white blood cell count", 0.5, 100],
  ["platelets|platelet count", 5, 1500],
  ["cholesterol|total cholesterol", 50, 600],
  ["ldl", 10, 400],
  ["hdl", 10, 150],
  ["triglycerides", 20, 5000],
  ["calcium|calcium level", 4, 18],
  ["tsh", 0.01, 150],
  ["inr", 0.8, 15],
  ["bnp", 5, 40_000],
  ["ferritin", 5, 10_000],
  ["alt|ast", 5, 10_000],
  ["psa", 0.1, 1000],
];

/** Names of analytes with the results they can have. */
export const ANALYTE_LEXICON: Lexicon<Plausible> = buildLexicon(
  ANALYTES.flatMap(([names, lowest, highest]) => names.split("|").map((name) => [name, { lowest, highest }] as const)),
);
