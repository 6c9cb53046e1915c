import { readDrugChange } from "../grounding/check-change.ts";
import type { SoapNote } from "../soap-note/soap-note.ts";

type Coding = SoapNote["coding"][number];
type Problem = SoapNote["assessment"]["problems"][number];

/** Levels of medical decision making, from 1 (straightforward) to 4 (high). */
const LEVELS = ["straightforward", "low", "moderate", "high"] as const;
const NEW_PATIENT_CODES = ["99202", "99203", "99204", "99205"] as const;
const ESTABLISHED_CODES = ["99212", "99213", "99214", "99215"] as const;

const WORSENING = /worsen|uncontrolled|not controlled|exacerbat|progress|not at goal|severe/i;
const STABLE = /stable|controlled|chronic|continu|at goal|active|established|improv/i;
/** Drugs sold without a prescription carry low risk (AMA table of medical decision making). */
const OVER_THE_COUNTER =
  /acetaminophen|tylenol|ibuprofen|advil|motrin|naproxen|aleve|aspirin|antacid|loratadine|cetirizine|vitamin|miralax|saline/i;

/**
 * Suggests an office visit level by medical decision making: two of problems, data and risk decide (AMA CPT E/M
 * guidelines 2023, https://www.ama-assn.org/system/files/2023-e-m-descriptors-guidelines.pdf).
 *
 * What rules can count is counted: problems and their status, tests ordered and results reviewed, drugs decided on. A
 * high level needs judgement no rule has and is never suggested.
 *
 * @param note The note, grounded.
 * @param isNewPatient Whether no signed note of an earlier visit exists.
 * @returns The suggestion with its three reasons, or null where the note has no problem to decide on.
 */
export function suggestVisitLevel(note: SoapNote, isNewPatient: boolean): Coding | null {
  const { problems } = note.assessment;
  if (problems.length === 0) return null;
  const factors = [problemsLevel(problems), dataLevel(note), riskLevel(note)] as const;
  const [, middle] = factors.map(({ level }) => level).sort((a, b) => a - b);
  const level = middle ?? 0;
  const code = (isNewPatient ? NEW_PATIENT_CODES : ESTABLISHED_CODES)[level];
  if (code === undefined) return null;
  return {
    id: "visit-level",
    evidence: [...problems, ...note.plan.medications].flatMap(({ evidence }) => evidence).slice(0, 50),
    code_system: "CPT",
    code,
    description: `${isNewPatient ? "New" : "Established"} patient, ${LEVELS[level]} medical decision making`,
    rationale: factors.map(({ name, level: at, reason }) => `${name} ${LEVELS[at]}: ${reason}`).join("; "),
    status: "suggested",
  };
}

interface Factor {
  readonly name: string;
  /** Index into {@link LEVELS}. */
  readonly level: number;
  readonly reason: string;
}

function problemsLevel(problems: readonly Problem[]): Factor {
  const worsening = problems.filter(({ status }) => WORSENING.test(status ?? "")).length;
  const stable = problems.filter(({ status }) => STABLE.test(status ?? "") && !WORSENING.test(status ?? "")).length;
  const reason = `${problems.length} problem(s), ${stable} stable, ${worsening} worsening`;
  const level = worsening > 0 || stable >= 2 || problems.length >= 3 ? 2 : 1;
  return { name: "Problems", level, reason };
}

function dataLevel({ objective, plan }: SoapNote): Factor {
  const ordered = plan.items.filter(({ category }) => category === "diagnostic_test").length;
  const reviewed = objective.diagnostics.length;
  const count = ordered + reviewed;
  const level = count >= 3 ? 2 : count === 2 ? 1 : 0;
  return { name: "Data", level, reason: `${ordered} test(s) ordered, ${reviewed} result(s) reviewed` };
}

function riskLevel({ plan }: SoapNote): Factor {
  const decided = plan.medications.filter(({ status }) => {
    const change = readDrugChange(status);
    return change !== null && change !== "refused" && change !== "considered";
  });
  const prescribed = decided.filter(({ medication_name }) => !OVER_THE_COUNTER.test(medication_name)).length;
  if (prescribed > 0) return { name: "Risk", level: 2, reason: `${prescribed} prescription drug(s) managed` };
  const treated = decided.length + plan.items.filter(({ category }) => category === "therapy").length;
  return { name: "Risk", level: treated > 0 ? 1 : 0, reason: `no prescription drug, ${treated} other treatment(s)` };
}
