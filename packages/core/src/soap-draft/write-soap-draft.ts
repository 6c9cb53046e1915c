import { callWorkerRpc } from "../db/call-worker-rpc.ts";
import type { WorkerApi } from "../db/connect-worker-api.ts";
import type { Call } from "../http/call.ts";
import { draftWithModel } from "../models/draft-with-model.ts";
import { maskTranscript } from "../models/mask-transcript.ts";
import type { ModelSettings } from "../models/model-settings.ts";
import { draftOffline } from "../offline-drafter/draft-offline.ts";
import type { SoapNote } from "../soap-note/soap-note.ts";
import { checkJobDraft } from "./check-job-draft.ts";
import { DRAFT_SECTIONS, type DraftProgress } from "./draft-progress.ts";
import type { GenerateSoapDraftRequest } from "./generate-soap-draft-request.ts";
import { keepLease } from "./keep-lease.ts";
import { type LeasedDraft, SoapDraftState } from "./soap-draft-state.ts";

/** What belongs to the writing of a draft. */
export type WriteOptions = {
  /** For the history the client sent along. */
  readonly request: GenerateSoapDraftRequest;
  readonly call: Call;
  readonly worker: WorkerApi;
  readonly progress: DraftProgress;
};

/**
 * Writes a draft and stores it, by a model where one is configured and by rules where none is or none could. Only the
 * holder of the lease stores: a worker that lost it answers how the draft stands instead.
 *
 * @param draft - the caller's to write
 * @param options - request, call, the worker that stores, and who watches
 * @returns how the draft stands after it
 * @throws ApiError `DRAFT_LOCKED` when the note was signed meanwhile, `REVISION_CONFLICT` when the draft was given up,
 *   `LLM_BUDGET_EXHAUSTED`
 */
export async function writeSoapDraft(draft: LeasedDraft, options: WriteOptions): Promise<SoapDraftState> {
  const { request, call, worker, progress } = options;
  const { drafter } = call.config;
  progress({ phase: "context" });
  progress({ phase: "transcript" });
  if (drafter.provider !== "offline") return writeWithModel(draft, drafter, options);
  progress({ phase: "generate" });
  return storeSoapDraft(draft, showChecked(checkJobDraft(writeOffline(draft), draft, request), progress), worker);
}

async function writeWithModel(
  draft: LeasedDraft,
  settings: ModelSettings,
  { request, call, worker, progress }: WriteOptions,
): Promise<SoapDraftState> {
  const lease = keepLease(draft, worker);
  try {
    const result = await draftWithModel({
      draft,
      settings,
      masked: maskTranscript(draft),
      worker,
      send: call.fetch,
      signal: lease.lost,
      onCall: () => progress({ phase: "generate" }),
      onSection: (section, note) => {
        const checked = checkJobDraft(note, draft, request);
        progress({ section: "safetyAlerts", content: checked.safetyAlerts });
        progress({ section, content: checked[section] });
      },
    });
    if (result.reason !== undefined) call.reportFault(`draft ${result.reason}`);
    if (result.reason === "lease_lost") {
      return await callWorkerRpc(worker, "claim_soap_draft", { p_draft_id: draft.draft_id }, SoapDraftState);
    }
    progress({ phase: "ground" });
    await lease.enter("ground");
    const note = result.note ?? standIn(writeOffline(draft), result.reason);
    const checked = checkJobDraft(note, draft, request);
    await lease.enter("check");
    return await storeSoapDraft(draft, showChecked(checked, progress), worker);
  } finally {
    lease.release();
  }
}

function writeOffline({ encounter, snapshot, transcript, transcript_sha256 }: LeasedDraft): SoapNote {
  return draftOffline({
    encounter: {
      encounterId: encounter.encounter_id,
      appointmentId: encounter.appointment_id,
      patientId: encounter.patient_id,
      providerId: encounter.provider_id,
    },
    transcript,
    transcriptSha256: transcript_sha256,
    snapshot,
  });
}

function standIn(note: SoapNote, fallback_reason: string): SoapNote {
  return { ...note, meta: { ...note.meta, fallback_reason } };
}

function showChecked(note: SoapNote, progress: DraftProgress): SoapNote {
  progress({ phase: "check" });
  for (const section of DRAFT_SECTIONS) progress({ section, content: note[section] });
  progress({ phase: "store" });
  return note;
}

function storeSoapDraft(
  { draft_id, lease_id }: LeasedDraft,
  note: SoapNote,
  worker: WorkerApi,
): Promise<SoapDraftState> {
  const args = { p_draft_id: draft_id, p_lease_id: lease_id, p_note: note };
  return callWorkerRpc(worker, "complete_soap_draft", args, SoapDraftState);
}
