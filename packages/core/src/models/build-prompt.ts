import type { ContextSnapshot } from "../context-snapshot/context-snapshot.ts";
import type { LeasedDraft } from "../soap-draft/soap-draft-state.ts";
import { encodeData } from "./encode-data.ts";
import { PROMPT_VERSIONS, type PromptVersion } from "./prompt-versions.ts";

/** What a model is sent. */
export type Prompt = {
  readonly instructions: string;
  /** The record and the transcript, as data. */
  readonly data: string;
};

/** A transcript chunk with the patient's identifiers removed, every character in its place. */
export type MaskedChunk = LeasedDraft["transcript"][number];

/**
 * Builds what leaves for a model: the instructions, age and sex, the record's clinical lists with their item ids, and the
 * masked transcript. No name, number, address, date of birth, contact or id of a person goes with it, and no free text
 * of the record but the clinical values of its lists.
 *
 * @param version - of the instructions
 * @param snapshot - what the record says; null where the encounter has no snapshot
 * @param transcript - already masked
 * @returns instructions and data, apart from each other
 */
export function buildPrompt(
  version: PromptVersion,
  snapshot: ContextSnapshot | null,
  transcript: readonly MaskedChunk[],
): Prompt {
  const turns = transcript.map(({ sequence, speaker_role: speaker, text }) => encodeData({ sequence, speaker, text }));
  const data = [
    "<record>",
    encodeData(snapshot === null ? null : clinicalRecord(snapshot)),
    "</record>",
    "<transcript>",
    ...turns,
    "</transcript>",
  ];
  return { instructions: PROMPT_VERSIONS[version], data: data.join("\n") };
}

function clinicalRecord(snapshot: ContextSnapshot) {
  const { age, sex_at_birth } = snapshot.patient_demographics;
  return {
    age,
    sex_at_birth,
    conditions: snapshot.active_conditions.map(({ id, name, icd10, status, onset_date, severity }) => ({
      ...{ itemId: id, name, icd10, status, onset_date, severity },
    })),
    medications: snapshot.current_medications.map(({ id, name, dose, frequency, route, status }) => ({
      ...{ itemId: id, name, dose, frequency, route, status },
    })),
    allergies: snapshot.allergies.map(({ id, allergen, severity, reaction, status }) => ({
      ...{ itemId: id, allergen, severity, reaction, status },
    })),
    list_states: snapshot.list_states,
  };
}
