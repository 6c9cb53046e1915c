import { callWorkerRpc } from "../db/call-worker-rpc.ts";
import type { WorkerApi } from "../db/connect-worker-api.ts";
import { ApiError } from "../http/api-error.ts";
import type { Call } from "../http/call.ts";
import type { DraftProgress } from "./draft-progress.ts";
import type { GenerateSoapDraftRequest } from "./generate-soap-draft-request.ts";
import { pause } from "./pause.ts";
import { type ReadyDraft, SoapDraftState } from "./soap-draft-state.ts";
import { writeSoapDraft } from "./write-soap-draft.ts";

const FIRST_LOOK_MS = 100;
const LAST_LOOK_MS = 1_000;

/** Whose draft is finished, and for how long anybody is interested. */
export type FinishOptions = {
  readonly request: GenerateSoapDraftRequest;
  readonly call: Call;
  readonly worker: WorkerApi;
  /** Hears how far the work is, where the caller does it itself. */
  readonly progress: DraftProgress;
  /** Ends the waiting for somebody else's work; work of one's own is always finished. */
  readonly waiting: AbortSignal;
};

/**
 * Sees a draft to its end: writes it where it is the caller's to write, else waits for whoever does, and takes over when
 * that worker is gone.
 *
 * @param begun - as `begin_soap_draft` answered
 * @param options - request, call, the worker that writes and looks, and what ends the waiting
 * @returns the stored draft; undefined when the waiting ended first
 * @throws ApiError `REVISION_CONFLICT` when the draft was given up, `DRAFT_LOCKED` when the note was signed meanwhile,
 *   `LLM_BUDGET_EXHAUSTED`
 */
export async function finishSoapDraft(begun: SoapDraftState, options: FinishOptions): Promise<ReadyDraft | undefined> {
  const { request, call, worker, progress, waiting } = options;
  let draft = begun;
  for (let lookMs = FIRST_LOOK_MS; ; lookMs = Math.min(lookMs * 2, LAST_LOOK_MS)) {
    if (draft.soap_status === "draft_ready") return draft;
    if (draft.soap_status === "failed") throw givenUp();
    if (draft.lease_id !== null) {
      draft = await writeSoapDraft(draft, { request, call, worker, progress });
    } else {
      await pause(lookMs, waiting);
      if (waiting.aborted) return undefined;
      draft = await callWorkerRpc(worker, "claim_soap_draft", { p_draft_id: draft.draft_id }, SoapDraftState);
    }
  }
}

function givenUp(): ApiError {
  return new ApiError("REVISION_CONFLICT", { sentence: "Cannot draft SOAP note: this attempt was given up" });
}
