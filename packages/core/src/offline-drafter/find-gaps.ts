import type { SoapNote } from "../soap-note/soap-note.ts";
import type { Confirmation } from "./scene.ts";

type Sections = Pick<SoapNote, "subjective" | "objective" | "assessment" | "plan">;

/**
 * Names what a note of this encounter would be expected to hold and this draft does not.
 *
 * @param sections The drafted sections.
 * @param asked What the clinician is asked: an allergy that is asked about is not "none stated".
 * @returns One sentence per gap, without patient data.
 */
export function findGaps(
  { subjective, objective, assessment, plan }: Sections,
  asked: readonly Confirmation[],
): string[] {
  const gaps: readonly (readonly [missing: boolean, sentence: string])[] = [
    [subjective.chiefComplaint === null, "Chief complaint: no words that state it were found"],
    [subjective.hpi.length === 0, "History of present illness: no account of the patient was found"],
    [subjective.reviewOfSystems.length === 0, "Review of systems: no symptom was plainly affirmed or denied"],
    [subjective.history.length === 0, "History: no medical, surgical, family or social history was plainly stated"],
    [
      subjective.medications.length === 0 && subjective.listStates.medications === undefined,
      "Medications: none on record, none plainly stated as taken, and none denied",
    ],
    [
      subjective.allergies.length === 0 &&
        subjective.listStates.allergies === undefined &&
        !asked.some(({ reason }) => /allerg/i.test(reason)),
      "Allergies: none on record, none stated, and none denied",
    ],
    [objective.vitalSigns.length === 0, "Vital signs: no value was said"],
    [objective.physicalExam.length === 0, "Physical examination: no finding was said"],
    [assessment.problems.length === 0, "Assessment: no problem was plainly named"],
    [plan.medications.length === 0 && plan.items.length === 0, "Plan: nothing was plainly decided"],
  ];
  return gaps.filter(([missing]) => missing).map(([, sentence]) => sentence);
}
