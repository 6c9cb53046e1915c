import type { Clause } from "../../clinical-language/clause.ts";
import { inDigits } from "../../clinical-language/in-digits.ts";
import { COUNTED } from "../../clinical-language/lexicon/counted.ts";
import {
  NAMES_BEFORE_PERCENT,
  NOT_MEASURED_HERE,
  VITAL_LEXICON,
  VITAL_LEXICON_BEFORE_VALUES,
  VITAL_LINKS,
  VITAL_UNITS,
  type VitalSign,
} from "../../clinical-language/lexicon/vital-signs.ts";
import { buildLexicon, findTerms } from "../../clinical-language/lexicon.ts";
import { quote, type TranscriptEvidence, wordsOf } from "../../clinical-language/quote.ts";
import { readNumber, type SpokenNumber } from "../../clinical-language/read-number.ts";
import type { SoapNote } from "../../soap-note/soap-note.ts";
import { askToConfirm, type Scene } from "../scene.ts";

type Vital = SoapNote["objective"]["vitalSigns"][number];

const ELSEWHERE = buildLexicon(NOT_MEASURED_HERE.map((phrase) => [phrase, true] as const));
const LONGEST_REACH_WORDS = 14;
/** How far before a vital sign's name "last visit" or "at home" still belongs to it. */
const LONGEST_LEAD_WORDS = 8;

/**
 * Vital signs the clinician states as measured in this encounter, the value in digits; its words are the evidence.
 *
 * A reading from home or another day, a goal, and a value with two readings of its point are left to the clinician.
 *
 * @param scene The encounter.
 */
export function draftVitalSigns(scene: Scene): Vital[] {
  const vitals: Vital[] = [];
  for (const [index, clause] of scene.clauses.entries()) {
    if (clause.role === "patient") askAboutTold(scene, clause);
    if (clause.role !== "provider" || clause.mode !== "statement") continue;
    const names = findTerms(VITAL_LEXICON_BEFORE_VALUES, clause.tokens);
    if (names.length === 0) {
      const again = pressureAgain(scene.clauses[index - 1], clause);
      if (again !== null) askToConfirm(scene, "A blood pressure was said without its name", again);
    }
    for (const [order, name] of names.entries()) {
      const reach = Math.min(names[order + 1]?.first ?? clause.tokens.length, name.last + LONGEST_REACH_WORDS);
      const value = valueAfter(clause, name.value, name.last + 1, reach);
      if (value === null) continue;
      const before = names[order - 1]?.last ?? -1;
      const near = clause.tokens.slice(Math.max(before + 1, name.first - LONGEST_LEAD_WORDS), reach);
      const blocked = clause.cues.has("past") || clause.cues.has("others") || clause.cues.has("uncertain");
      if (blocked || findTerms(ELSEWHERE, near).length > 0 || value.ambiguous) {
        askToConfirm(scene, "A measurement was said that is not for certain one of this encounter", [quote(clause)]);
        continue;
      }
      vitals.push({
        id: `vital-${vitals.length + 1}`,
        evidence: [quote(clause)],
        vital_name: wordsOf(clause, name.first, name.last),
        vital_value: inDigits(wordsOf(clause, value.first, value.last)),
        unit: value.unit === null ? null : wordsOf(clause, value.unit, value.unit),
        loinc_code: null,
        measured_at: null,
      });
    }
  }
  return vitals;
}

/** "At home it's been 150 over 90": told, not measured here, and not to be overlooked among the patient's words. */
function askAboutTold(scene: Scene, clause: Clause): void {
  const named = findTerms(VITAL_LEXICON, clause.tokens).some(
    ({ value, last }) => valueAfter(clause, value, last + 1, clause.tokens.length) !== null,
  );
  if (named || hasPressure(clause))
    askToConfirm(scene, "The patient told of a measurement: it is in the history, not among the vital signs", [
      quote(clause),
    ]);
}

/** A pressure needs no name: "150 over 90". */
const hasPressure = (clause: Clause): boolean =>
  clause.tokens.some((_, index) => {
    const number = readNumber(clause.text, clause.tokens, index);
    const value = number === null ? null : pressureFrom(clause, number);
    const [systolic = 0, diastolic = 0] =
      value === null
        ? []
        : inDigits(wordsOf(clause, value.first, value.last))
            .split("/")
            .map(Number);
    return systolic >= LOWEST_SYSTOLIC && diastolic >= LOWEST_DIASTOLIC;
  });
/** Below these two numbers are a ratio or a score, not a pressure in mmHg. */
const LOWEST_SYSTOLIC = 60;
const LOWEST_DIASTOLIC = 30;

/** "Last month your blood pressure was 140 over 85. Today it's 128 over 76": which "it" is, the clinician knows. */
function pressureAgain(before: Clause | undefined, clause: Clause): TranscriptEvidence[] | null {
  if (before?.sequence !== clause.sequence) return null;
  if (!findTerms(VITAL_LEXICON, before.tokens).some(({ value }) => value === "blood_pressure")) return null;
  const value = valueAfter(clause, "blood_pressure", 0, clause.tokens.length);
  return value === null ? null : [quote(before), quote(clause)];
}

interface Value {
  readonly first: number;
  readonly last: number;
  readonly unit: number | null;
  readonly ambiguous: boolean;
}

function valueAfter(clause: Clause, sign: VitalSign, from: number, reach: number): Value | null {
  const { text, tokens } = clause;
  let first = from;
  while (first < reach && VITAL_LINKS.has(tokens[first]?.word ?? "")) first += 1;
  const number = first < reach ? readNumber(text, tokens, first) : null;
  if (number === null) return null;
  if (sign === "blood_pressure") return pressureFrom(clause, number);
  const next = tokens[number.last + 1];
  // "In the nineties", "60s", "150 to 160" and counts are no value of this sign.
  if (next !== undefined && (COUNTED.has(next.word) || ["to", "over", "out", "of", "s"].includes(next.word)))
    return null;
  const unit = next !== undefined && VITAL_UNITS.has(next.word) ? number.last + 1 : null;
  const written = tokens[number.first]?.word ?? "";
  if (written.includes("/")) return null;
  const isPercent = next?.word === "%" || next?.word === "percent";
  if (NAMES_BEFORE_PERCENT.has(tokens[from - 1]?.word ?? "") && !isPercent) return null;
  const isDecimalSaid = sign === "temperature" && !COUNTED.has(next?.word ?? "");
  return { first: number.first, last: number.last, unit, ambiguous: number.ambiguousPoint && !isDecimalSaid };
}

function pressureFrom(clause: Clause, systolic: SpokenNumber): Value | null {
  const { text, tokens } = clause;
  const written = tokens[systolic.first]?.word ?? "";
  if (/^\d{2,3}\/\d{2,3}$/.test(written))
    return { first: systolic.first, last: systolic.first, unit: null, ambiguous: false };
  if (tokens[systolic.last + 1]?.word !== "over") return null;
  const diastolic = readNumber(text, tokens, systolic.last + 2);
  if (diastolic === null) return null;
  return {
    first: systolic.first,
    last: diastolic.last,
    unit: null,
    ambiguous: systolic.ambiguousPoint || diastolic.ambiguousPoint,
  };
}
