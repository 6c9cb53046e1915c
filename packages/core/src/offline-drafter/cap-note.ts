import type { SoapNote } from "../soap-note/soap-note.ts";

const LONGEST_LIST = 500;

/**
 * Keeps every list of a note within the schema's limit and says so for each list that was longer.
 *
 * Items on record stand first in their lists, so what is left out is what was said last.
 *
 * @param note A note of any length.
 * @returns The note with lists of at most 500 items.
 */
export function capNote(note: SoapNote): SoapNote {
  const overlong: string[] = [];
  const cap = <Item>(name: string, list: Item[]): Item[] => {
    if (list.length > LONGEST_LIST)
      overlong.push(`${name}: more than ${LONGEST_LIST} items were found; the rest is in the transcript only`);
    return list.slice(0, LONGEST_LIST);
  };
  const { subjective, objective, assessment, plan, meta } = note;
  const capped = {
    ...note,
    subjective: {
      ...subjective,
      hpi: cap("History of present illness", subjective.hpi),
      reviewOfSystems: cap("Review of systems", subjective.reviewOfSystems),
      history: cap("History", subjective.history),
      medications: cap("Medications", subjective.medications),
      allergies: cap("Allergies", subjective.allergies),
    },
    objective: {
      vitalSigns: cap("Vital signs", objective.vitalSigns),
      physicalExam: cap("Physical examination", objective.physicalExam),
      diagnostics: cap("Results", objective.diagnostics),
    },
    assessment: { problems: cap("Problems", assessment.problems) },
    plan: { medications: cap("Planned medications", plan.medications), items: cap("Plan", plan.items) },
  };
  const confirmations = cap("Questions to the clinician", meta.aiFlags.needs_clinician_confirmation);
  return {
    ...capped,
    meta: {
      ...meta,
      aiFlags: {
        missing_critical_info: [...meta.aiFlags.missing_critical_info, ...overlong],
        needs_clinician_confirmation: confirmations,
      },
    },
  };
}
