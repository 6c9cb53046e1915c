import type { Clause } from "../../clinical-language/clause.ts";
import { NOT_MEASURED_HERE, VITAL_LEXICON } from "../../clinical-language/lexicon/vital-signs.ts";
import { findTerms, lexiconOf } from "../../clinical-language/lexicon.ts";
import { readNumber } from "../../clinical-language/read-number.ts";

const ELSEWHERE = lexiconOf(NOT_MEASURED_HERE);

/**
 * Tells whether a clinician reads out a vital sign with its value: a finding of this encounter, not told by the patient.
 *
 * @param passage A passage.
 */
export function isMeasuredHere({ role, mode, text, tokens }: Clause): boolean {
  if (role !== "provider" || mode !== "statement" || findTerms(VITAL_LEXICON, tokens).length === 0) return false;
  return (
    findTerms(ELSEWHERE, tokens).length === 0 && tokens.some((_, index) => readNumber(text, tokens, index) !== null)
  );
}
