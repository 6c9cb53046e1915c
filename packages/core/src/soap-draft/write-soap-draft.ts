import { callRpc } from "../db/call-rpc.ts";
import type { Call } from "../http/call.ts";
import { draftOffline } from "../offline-drafter/draft-offline.ts";
import type { SoapNote } from "../soap-note/soap-note.ts";
import { flagHistoryDifferences } from "./flag-history-differences.ts";
import type { GenerateSoapDraftRequest } from "./generate-soap-draft-request.ts";
import { CompletedSoapDraft, type SoapDraftJob } from "./soap-draft-job.ts";

/**
 * Writes the draft of a job and stores it. Storing is safe to repeat: the first result of a job stands.
 *
 * @param job - as `begin_soap_draft` gave it
 * @param request - for the history the client sent along
 * @param call - the provider's Data API
 * @returns the stored draft and the encounter's open note
 * @throws ApiError `DRAFT_LOCKED` when the note was signed meanwhile, `REVISION_CONFLICT` when the job was given up
 */
export async function writeSoapDraft(
  job: SoapDraftJob,
  request: GenerateSoapDraftRequest,
  call: Call,
): Promise<CompletedSoapDraft> {
  const { encounter, snapshot } = job;
  const drafted = draftOffline({
    encounter: {
      encounterId: encounter.encounter_id,
      appointmentId: encounter.appointment_id,
      patientId: encounter.patient_id,
      providerId: encounter.provider_id,
    },
    transcript: job.transcript,
    transcriptSha256: job.transcript_sha256,
    snapshot,
  });
  const note = flagHistoryDifferences(drafted, request.patientMedicalHistory, snapshot);
  return storeSoapDraft(job.draft_id, note, call);
}

/**
 * Stores a draft, or reads it again where it is stored already.
 *
 * @param draftId - id of the job
 * @param note - the draft
 * @param call - the provider's Data API
 * @returns the stored draft and the encounter's open note
 */
export function storeSoapDraft(draftId: string, note: SoapNote, call: Call): Promise<CompletedSoapDraft> {
  return callRpc(call.dataApi, "complete_soap_draft", { p_draft_id: draftId, p_note: note }, CompletedSoapDraft);
}
