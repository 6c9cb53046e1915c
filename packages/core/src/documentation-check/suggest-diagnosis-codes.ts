import { stemOf } from "../clinical-language/stem-of.ts";
import { tokenize } from "../clinical-language/tokenize.ts";
import type { Evidence } from "../soap-note/evidence.ts";
import type { SoapNote } from "../soap-note/soap-note.ts";

type Coding = SoapNote["coding"][number];
type Problem = SoapNote["assessment"]["problems"][number];

/** A condition of the record. */
export interface RecordedCondition {
  readonly id: string;
  readonly name: string;
  readonly icd10: string | null;
}

/** Shape of an ICD-10-CM code (https://www.cdc.gov/nchs/icd/icd-10-cm/). */
const ICD10 = /\b[A-TV-Z]\d[\dAB](?:\.[\dA-Z]{1,4})?\b/;
/** Names patients use beside the names of the record. */
const SPOKEN_NAMES: readonly (readonly [spoken: RegExp, name: string])[] = [
  [/\bhigh blood pressure\b/gi, "hypertension"],
  [/\bhigh cholesterol\b/gi, "hyperlipidemia"],
  [/\b(acid reflux|reflux disease|gastroesophageal reflux disease|reflux)\b/gi, "gerd"],
  [/\bdiabetes mellitus\b/gi, "diabetes"],
  [/\btype (two|ii)\b/gi, "type 2"],
  [/\btype (one|i)\b/gi, "type 1"],
];

/**
 * Suggests ICD-10-CM codes for the problems of a note that carry one: said with the problem, or standing beside it on
 * record. A code is never made from a name.
 *
 * @param problems Of the assessment, grounded.
 * @param recorded Active conditions of the record.
 * @returns Suggestions with the evidence of the problem and of the record; a clinician accepts or removes them.
 */
export function suggestDiagnosisCodes(problems: readonly Problem[], recorded: readonly RecordedCondition[]): Coding[] {
  const suggested = problems.flatMap((problem): Coding[] => {
    const spoken = spokenCode(problem);
    const condition = spoken === null ? sameCondition(problem.diagnosis_name, recorded) : null;
    const code = spoken ?? condition?.icd10 ?? null;
    if (code === null) return [];
    const fromRecord: Evidence[] = condition === null ? [] : [{ kind: "snapshot", itemId: condition.id }];
    const rationale =
      condition === null ? "The code was said with the problem" : `The record holds "${condition.name}" with this code`;
    return [
      {
        id: `code-${code.toLowerCase()}`,
        evidence: [...problem.evidence, ...fromRecord].slice(-50),
        code_system: "ICD-10-CM",
        code,
        description: problem.diagnosis_name,
        rationale,
        status: "suggested",
      },
    ];
  });
  return [...new Map(suggested.map((coding) => [coding.code, coding])).values()];
}

function spokenCode({ icd10_code, evidence }: Problem): string | null {
  const quotes = evidence.flatMap((one) => (one.kind === "transcript" ? [one.quote] : []));
  const said = quotes.map((quote) => ICD10.exec(quote)?.[0]).find((code) => code !== undefined);
  return ICD10.exec(icd10_code ?? "")?.[0] ?? said ?? null;
}

/** The one recorded condition that has a code and whose name holds every word of the problem's; none where several do. */
function sameCondition(name: string, recorded: readonly RecordedCondition[]): RecordedCondition | null {
  const wanted = wordsOf(name);
  const coded = recorded.filter(({ icd10 }) => icd10 !== null && ICD10.test(icd10));
  const equal = coded.filter(
    (condition) => hasAllOf(wanted, wordsOf(condition.name)) && hasAllOf(wordsOf(condition.name), wanted),
  );
  const wider = coded.filter((condition) => hasAllOf(wanted, wordsOf(condition.name)));
  const candidates = equal.length > 0 ? equal : wider;
  return candidates.length === 1 ? (candidates[0] ?? null) : null;
}

function wordsOf(name: string): ReadonlySet<string> {
  const plain = SPOKEN_NAMES.reduce((text, [spoken, replacement]) => text.replace(spoken, replacement), name);
  return new Set(tokenize(plain).map(({ word }) => stemOf(word)));
}

const hasAllOf = (inner: ReadonlySet<string>, outer: ReadonlySet<string>): boolean =>
  inner.size > 0 && [...inner].every((word) => outer.has(word));
