import type { Call } from "../http/call.ts";
import { beginSoapDraft } from "./begin-soap-draft.ts";
import type { DraftProgress } from "./draft-progress.ts";
import { finishSoapDraft } from "./finish-soap-draft.ts";
import type { GenerateSoapDraftRequest } from "./generate-soap-draft-request.ts";
import type { ReadyDraft, SoapDraftState } from "./soap-draft-state.ts";

/** A draft that is being seen to its end. */
export type StartedDraft = {
  /** How it stood at first. */
  readonly begun: SoapDraftState;
  /** The stored draft; undefined when the waiting for somebody else's work ended first. */
  readonly work: Promise<ReadyDraft | undefined>;
};

/**
 * Begins a draft and its work, which goes on in the background whatever becomes of the client. Resolves once it is
 * settled that the work may be done, so that a used-up budget is still an error of this request.
 *
 * @param request - the encounter and what came with it
 * @param call - the provider's Data API
 * @param options - who hears of the work, and what ends the waiting for somebody else's
 * @returns the draft as it stood, and its end
 * @throws ApiError `CONFIG_ERROR` without the worker's key; any refusal of the draft, `LLM_BUDGET_EXHAUSTED` included
 */
export async function startSoapDraft(
  request: GenerateSoapDraftRequest,
  call: Call,
  options: { readonly progress: DraftProgress; readonly waiting: AbortSignal },
): Promise<StartedDraft> {
  const worker = call.openWorkerApi();
  const begun = await beginSoapDraft(request, call);
  const { promise: admitted, resolve: admit } = Promise.withResolvers<void>();
  const progress: DraftProgress = (step) => {
    if ("phase" in step && (step.phase === "generate" || step.phase === "ground")) admit();
    options.progress(step);
  };
  const work = finishSoapDraft(begun, { request, call, worker, progress, waiting: options.waiting });
  call.runInBackground(work);
  const isOurs = begun.soap_status === "drafting" && begun.lease_id !== null;
  if (isOurs) await Promise.race([work, admitted]);
  return { begun, work };
}
