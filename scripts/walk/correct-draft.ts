import type { SoapNote } from "@patient-medical-history/core";

/** A draft after a clinician's corrections, and what was corrected as a sentence each. */
export interface CorrectedDraft {
  readonly note: SoapNote;
  readonly corrections: readonly string[];
}

const FILLERS = /\b(?:um+|uh+|er|you know|i mean)\b\s*,?\s*/gi;

/**
 * Corrects two items of a draft the way a clinician would: she tidies their wording and leaves their evidence alone.
 * Where the draft is too thin for that, she adds what she did herself. Nothing that was said is struck.
 *
 * @param draft - The draft as it was shown; it is left as it is.
 */
export function correctDraft(draft: SoapNote): CorrectedDraft {
  const note = structuredClone(draft);
  const attempts = [tidyWording, tidyWording, addClosingAdvice, addFollowUp];
  const corrections: string[] = [];
  for (const attempt of attempts) {
    const correction = corrections.length < 2 ? attempt(note) : null;
    if (correction !== null) corrections.push(correction);
  }
  return { note, corrections };
}

function tidyWording(note: SoapNote): string | null {
  const { chiefComplaint, hpi, allergies } = note.subjective;
  for (const item of [...(chiefComplaint === null ? [] : [chiefComplaint]), ...hpi, ...note.plan.items]) {
    const said = item.description;
    item.description = tidy(said);
    if (item.description !== said) return reworded(said, item.description);
  }
  for (const allergy of allergies) {
    const said = allergy.allergen;
    allergy.allergen = tidy(said);
    if (allergy.allergen !== said) return reworded(said, allergy.allergen);
  }
  return null;
}

function tidy(said: string): string {
  const tidied = said
    .replace(FILLERS, "")
    .replace(/\s+([,.?])/g, "$1")
    .replace(/\s{2,}/g, " ")
    .trim();
  return tidied === "" ? said : tidied.charAt(0).toUpperCase() + tidied.slice(1);
}

function reworded(said: string, tidied: string): string {
  return `reworded “${said}” to “${tidied}”; its evidence stays`;
}

function addClosingAdvice(note: SoapNote): string {
  return addPlanItem(note, "education", "Explained the plan and when to seek help.");
}

function addFollowUp(note: SoapNote): string {
  return addPlanItem(note, "follow_up", "Follow up by video visit.");
}

function addPlanItem(note: SoapNote, category: "education" | "follow_up", description: string): string {
  note.plan.items.push({ id: `added-${category}`, category, description, due: null, evidence: [] });
  return `added to the plan, in her own words: “${description}”`;
}
