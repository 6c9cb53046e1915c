import { callRpc } from "../db/call-rpc.ts";
import type { Call } from "../http/call.ts";
import { OFFLINE_MODEL, OFFLINE_VERSION } from "../offline-drafter/offline-version.ts";
import type { GenerateSoapDraftRequest } from "./generate-soap-draft-request.ts";
import type { GenerateSoapDraftResponse } from "./generate-soap-draft-response.ts";
import { type CompletedSoapDraft, SoapDraftJob } from "./soap-draft-job.ts";
import { storeSoapDraft, writeSoapDraft } from "./write-soap-draft.ts";

/** The app polls after 8 s without an answer; the older form waits for the note, below the gateway's patience. */
const ANSWER_WITHIN_MS = 6_000;
const WAIT_AT_MOST_MS = 24_000;
const BEGIN_DEADLINE_MS = 5_000;

/**
 * Drafts an encounter's note. The work is its own: it goes on in the background when it outlasts the time the client
 * waits, and a repeated call joins it or answers what it left.
 *
 * @param request - the encounter; ids that must agree; a transcript where none was recorded
 * @param call - the provider's Data API, and how long the client waits
 * @returns the draft, or that it is being written
 * @throws ApiError `SESSION_NOT_FOUND`, `INVALID_REQUEST` (ids disagree), `FORBIDDEN`, `TRANSCRIPT_EMPTY`,
 *   `DRAFT_LOCKED`, `IDEMPOTENCY_KEY_REUSED`
 */
export async function generateSoapDraft(
  request: GenerateSoapDraftRequest,
  call: Call,
): Promise<GenerateSoapDraftResponse> {
  const startedMs = performance.now();
  const job = await beginSoapDraft(request, call);
  const waitsForNote = request.sessionId !== undefined || call.preferredWaitSeconds !== undefined;
  if (job.soap_status === "draft_ready" && job.soap_draft && !waitsForNote) {
    return { ...head(job), soap_draft: job.soap_draft };
  }
  const work = finishSoapDraft(job, request, call);
  call.runInBackground(work);
  const finished = await within(waitMs(request, call) - (performance.now() - startedMs), work);
  return finished === undefined ? head(job) : completedAnswer(finished);
}

/**
 * Opens a draft job, or finds the one that stands for the same snapshot, transcript and drafter.
 *
 * @param request - the encounter and what came with it
 * @param call - the provider's Data API
 * @returns the job
 */
export function beginSoapDraft(request: GenerateSoapDraftRequest, call: Call): Promise<SoapDraftJob> {
  return callRpc(
    call.dataApi,
    "begin_soap_draft",
    {
      p_encounter_id: request.encounter_id,
      p_appointment_id: request.appointment_id,
      p_provider_id: request.provider_id,
      p_patient_id: request.patient_id,
      p_transcript: request.transcript,
      p_model: OFFLINE_MODEL,
      p_prompt_version: OFFLINE_VERSION,
      p_idempotency_key: call.idempotencyKey,
    },
    SoapDraftJob,
    {
      sentences: {
        INVALID_REQUEST: "Cannot draft SOAP note: ids disagree with the encounter or transcript is malformed",
      },
      deadlineMs: BEGIN_DEADLINE_MS,
    },
  );
}

/**
 * Brings a job to its end: writes and stores the draft, or reads the one that is stored.
 *
 * @param job - as begun
 * @param request - for the history the client sent along
 * @param call - the provider's Data API
 * @returns the stored draft and the encounter's open note
 */
export function finishSoapDraft(
  job: SoapDraftJob,
  request: GenerateSoapDraftRequest,
  call: Call,
): Promise<CompletedSoapDraft> {
  return job.soap_draft ? storeSoapDraft(job.draft_id, job.soap_draft, call) : writeSoapDraft(job, request, call);
}

/**
 * The answer for a draft that is stored.
 *
 * @param finished - what `complete_soap_draft` answered
 * @returns the body of a 200
 */
export function completedAnswer(finished: CompletedSoapDraft): GenerateSoapDraftResponse {
  return {
    ...head(finished),
    soap_draft: finished.soap_draft,
    ...(finished.soap_note === null ? {} : { soapNote: finished.soap_note }),
    ...(finished.soap_note_id === null ? {} : { soapNoteId: finished.soap_note_id }),
  };
}

function head(job: Pick<SoapDraftJob, "soap_status" | "draft_id" | "revision">): GenerateSoapDraftResponse {
  const { soap_status, draft_id, revision } = job;
  return { success: true, ok: true, status: 200, soap_status, draft_id, revision };
}

function waitMs(request: GenerateSoapDraftRequest, call: Call): number {
  if (call.preferredWaitSeconds !== undefined) return Math.min(call.preferredWaitSeconds * 1000, WAIT_AT_MOST_MS);
  return request.sessionId === undefined ? ANSWER_WITHIN_MS : WAIT_AT_MOST_MS;
}

async function within<Result>(deadlineMs: number, work: Promise<Result>): Promise<Result | undefined> {
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), Math.max(0, deadlineMs));
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
