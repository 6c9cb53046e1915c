import { checkDraft } from "../draft-check/check-draft.ts";
import type { SoapNote } from "../soap-note/soap-note.ts";
import { flagHistoryDifferences } from "./flag-history-differences.ts";
import { flagUnusedTranscript } from "./flag-unused-transcript.ts";
import type { GenerateSoapDraftRequest } from "./generate-soap-draft-request.ts";
import type { LeasedDraft } from "./soap-draft-state.ts";

/**
 * What every draft of a job passes before anybody sees it, whoever wrote it, whole or as far as it is written.
 *
 * @param note - as drafted; `meta.model` and `meta.promptVersion` are the server's word for who wrote it
 * @param draft - the encounter's transcript and snapshot
 * @param request - for the history and the transcript the client sent along
 * @returns the note as it may be shown and stored
 */
export function checkJobDraft(note: SoapNote, draft: LeasedDraft, request: GenerateSoapDraftRequest): SoapNote {
  const { encounter, snapshot, transcript, transcript_sha256 } = draft;
  const checked = checkDraft(note, {
    encounter: { encounterId: encounter.encounter_id, appointmentId: encounter.appointment_id },
    transcript,
    transcriptSha256: transcript_sha256,
    snapshot,
    model: note.meta.model,
    promptVersion: note.meta.promptVersion,
  });
  const flagged = flagHistoryDifferences(checked, request.patientMedicalHistory, snapshot);
  return flagUnusedTranscript(flagged, request, transcript);
}
