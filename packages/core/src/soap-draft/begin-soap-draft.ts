import { callRpc } from "../db/call-rpc.ts";
import type { Call } from "../http/call.ts";
import { readTranscript } from "../transcript-formats/read-transcript.ts";
import type { GenerateSoapDraftRequest } from "./generate-soap-draft-request.ts";
import { SoapDraftState } from "./soap-draft-state.ts";

const DEADLINE_MS = 5_000;

/**
 * Opens a draft, or finds the one that stands for the same snapshot, transcript, model and prompt.
 *
 * @param request - the encounter and what came with it
 * @param call - the provider's Data API
 * @returns how the draft stands; it is the caller's to write where nobody works on it
 * @throws ApiError `SESSION_NOT_FOUND`, `INVALID_REQUEST` (ids disagree), `FORBIDDEN`, `TRANSCRIPT_EMPTY`,
 *   `DRAFT_LOCKED`, `IDEMPOTENCY_KEY_REUSED`
 */
export function beginSoapDraft(request: GenerateSoapDraftRequest, call: Call): Promise<SoapDraftState> {
  const { model, promptVersion } = call.config.drafter;
  return callRpc(
    call.dataApi,
    "begin_soap_draft",
    {
      p_encounter_id: request.encounter_id,
      p_appointment_id: request.appointment_id,
      p_provider_id: request.provider_id,
      p_patient_id: request.patient_id,
      p_transcript: request.transcript === undefined ? undefined : readTranscript(request.transcript, request.speakers),
      p_model: model,
      p_prompt_version: promptVersion,
      p_idempotency_key: call.idempotencyKey,
    },
    SoapDraftState,
    {
      sentences: {
        INVALID_REQUEST: "Cannot draft SOAP note: ids disagree with the encounter or transcript is malformed",
      },
      deadlineMs: DEADLINE_MS,
    },
  );
}
