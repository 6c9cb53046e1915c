import type { SoapNote } from "../soap-note/soap-note.ts";
import {
  type DocumentationElement,
  ELEMENT_GAPS,
  RUBRICS,
  RUBRICS_VERSION,
  SYSTEMS_ASKED,
  type VisitType,
} from "./rubrics.ts";

/** The score with its parts, and one sentence per missing element. */
export interface DocumentationScore {
  readonly documentation: NonNullable<SoapNote["meta"]["documentation"]>;
  readonly missing: readonly string[];
}

type Check = (note: SoapNote, visitType: VisitType) => boolean;

const isKnown = (
  note: SoapNote,
  list: "medications" | "allergies" | "conditions" | "surgical_history" | "family_history",
): boolean =>
  note.subjective.listStates[list] !== undefined && stateOf(note.subjective.listStates[list]) !== "not_asked";
const stateOf = (claim: SoapNote["subjective"]["listStates"][keyof SoapNote["subjective"]["listStates"]]): string =>
  typeof claim === "string" ? claim : (claim?.state ?? "not_asked");
const hasHistory = (note: SoapNote, kind: SoapNote["subjective"]["history"][number]["kind"]): boolean =>
  note.subjective.history.some((item) => item.kind === kind);
const FULL_PRESENT_ILLNESS_STATEMENTS = 4;

const CHECKS: Readonly<Record<DocumentationElement, Check>> = {
  chief_complaint: ({ subjective }) => subjective.chiefComplaint !== null,
  present_illness: ({ subjective }) => subjective.hpi.length >= FULL_PRESENT_ILLNESS_STATEMENTS,
  review_of_systems: ({ subjective }, visitType) =>
    new Set(subjective.reviewOfSystems.map(({ system }) => system)).size >= SYSTEMS_ASKED[visitType],
  medical_history: (note) =>
    hasHistory(note, "medical") ||
    hasHistory(note, "surgical") ||
    isKnown(note, "conditions") ||
    isKnown(note, "surgical_history"),
  family_history: (note) => hasHistory(note, "family") || isKnown(note, "family_history"),
  social_history: (note) => hasHistory(note, "social"),
  medications: (note) => note.subjective.medications.length > 0 || isKnown(note, "medications"),
  allergies: (note) => note.subjective.allergies.length > 0 || isKnown(note, "allergies"),
  vital_signs: ({ objective }) => objective.vitalSigns.length > 0,
  physical_exam: ({ objective }) => objective.physicalExam.length > 0,
  results: ({ objective }) => objective.diagnostics.length > 0,
  assessment: ({ assessment }) => assessment.problems.length > 0,
  problem_status: ({ assessment }) =>
    assessment.problems.length > 0 && assessment.problems.every(({ status }) => status !== null),
  plan: ({ plan }) => plan.medications.length + plan.items.length > 0,
  plan_per_problem: ({ assessment, plan }) =>
    assessment.problems.length > 0 && plan.medications.length + plan.items.length >= assessment.problems.length,
  follow_up: ({ plan }) => plan.items.some(({ category }) => category === "follow_up" || category === "referral"),
  education: ({ plan }) => plan.items.some(({ category }) => category === "education" || category === "lifestyle"),
};

/**
 * Scores how complete a note is for its kind of visit: points earned of points asked, in percent.
 *
 * @param note The note, grounded: what was withheld earns nothing.
 * @param visitType Which rubric holds.
 * @returns The score with every element's points, and what is missing by name.
 * @example
 * scoreDocumentation(note, "follow_up").documentation.scorePercent; // 72
 */
export function scoreDocumentation(note: SoapNote, visitType: VisitType): DocumentationScore {
  const parts = ELEMENTS.flatMap((element) => {
    const points = RUBRICS[visitType][element];
    if (points === undefined) return [];
    return [{ element, points, earned: CHECKS[element](note, visitType) ? points : 0 }];
  });
  const asked = parts.reduce((sum, { points }) => sum + points, 0);
  const earned = parts.reduce((sum, part) => sum + part.earned, 0);
  return {
    documentation: {
      rubric: visitType,
      rubricVersion: RUBRICS_VERSION,
      scorePercent: asked === 0 ? 100 : Math.round((100 * earned) / asked),
      parts,
    },
    missing: parts.filter((part) => part.earned === 0).map(({ element }) => ELEMENT_GAPS[element]),
  };
}

const ELEMENTS: readonly DocumentationElement[] = [
  "chief_complaint",
  "present_illness",
  "review_of_systems",
  "medical_history",
  "family_history",
  "social_history",
  "medications",
  "allergies",
  "vital_signs",
  "physical_exam",
  "results",
  "assessment",
  "problem_status",
  "plan",
  "plan_per_problem",
  "follow_up",
  "education",
];
