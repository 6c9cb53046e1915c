import type { SpeakerRole } from "../../clinical-language/transcript-chunk.ts";
import type { SoapNote } from "../../soap-note/soap-note.ts";
import { draftOffline } from "../draft-offline.ts";
import type { OfflineInput } from "../offline-input.ts";

/** One thing said: who, and the words. */
export type Spoken = readonly [role: SpeakerRole, text: string];

/**
 * Input of a made-up encounter in which these things are said one after another.
 *
 * @param spoken What is said, in order; sequences count from 1.
 * @param snapshot Parts of a context snapshot, or nothing.
 */
export function encounterOf(spoken: readonly Spoken[], snapshot: unknown = null): OfflineInput {
  return {
    encounter: {
      encounterId: "6f1d3f0e-5a52-4f0e-9a36-0d6d3a8f1a01",
      appointmentId: null,
      patientId: "6f1d3f0e-5a52-4f0e-9a36-0d6d3a8f1a02",
      providerId: "6f1d3f0e-5a52-4f0e-9a36-0d6d3a8f1a03",
    },
    transcript: spoken.map(([speaker_role, text], index) => ({ sequence: index + 1, speaker_role, text })),
    transcriptSha256: "0".repeat(64),
    snapshot,
  };
}

/**
 * Drafts a note of a made-up encounter.
 *
 * @param spoken What is said, in order.
 * @param snapshot Parts of a context snapshot, or nothing.
 */
export function draftSpoken(spoken: readonly Spoken[], snapshot: unknown = null): SoapNote {
  return draftOffline(encounterOf(spoken, snapshot));
}

/** The note's questions to the clinician, as sentences. */
export function questionsOf(note: SoapNote): string[] {
  return note.meta.aiFlags.needs_clinician_confirmation.map(({ reason }) => reason);
}
