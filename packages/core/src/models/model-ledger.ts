import { z } from "zod";
import { callWorkerRpc } from "../db/call-worker-rpc.ts";
import type { WorkerApi } from "../db/connect-worker-api.ts";
import type { LeasedDraft } from "../soap-draft/soap-draft-state.ts";
import type { FaultCode, ModelUsage } from "./model-fault.ts";

const Reservation = z.union([
  z.object({ attempt: z.int(), reason: z.null() }),
  z.object({ attempt: z.null(), reason: z.literal("answered"), answer: z.string() }),
  z.object({ attempt: z.null(), reason: z.enum(["lease_lost", "attempts", "circuit_open", "budget"]) }),
]);

/** The number of a call that may be made, or why none may; or what a worker that is gone was answered. */
export type Reservation = z.infer<typeof Reservation>;

/** How a call ended. */
export type CallOutcome = {
  readonly fault: FaultCode | undefined;
  readonly usage: ModelUsage | undefined;
  readonly latencyMs: number;
  /** What a model answered, where it is of use to whoever takes over. */
  readonly answer?: string;
};

/**
 * Records a call before it is sent, and takes what it may cost from the budgets.
 *
 * @param worker - the Data API as the worker
 * @param draft - whose lease the caller holds
 * @param call - hash of the prompt, and the most tokens it may cost
 * @returns the call's number, or why none is to be made
 * @throws ApiError `LLM_BUDGET_EXHAUSTED` for a draft's first call
 */
export function reserveModelCall(
  worker: WorkerApi,
  draft: LeasedDraft,
  call: { readonly promptSha256: string; readonly tokens: number },
): Promise<Reservation> {
  const args = {
    p_draft_id: draft.draft_id,
    p_lease_id: draft.lease_id,
    p_prompt_sha256: call.promptSha256,
    p_tokens: call.tokens,
  };
  return callWorkerRpc(worker, "reserve_model_call", args, Reservation);
}

/**
 * Records how a call ended and what it cost.
 *
 * @param worker - the Data API as the worker
 * @param draft - the draft it was made for, with the lease it was reserved on
 * @param attempt - its number
 * @param outcome - fault or none, tokens, time
 */
export async function settleModelCall(
  worker: WorkerApi,
  draft: Pick<LeasedDraft, "draft_id" | "lease_id">,
  attempt: number,
  { fault, usage, latencyMs, answer }: CallOutcome,
): Promise<void> {
  const p_outcome = {
    fault: fault ?? null,
    input_tokens: usage?.inputTokens ?? null,
    cached_input_tokens: usage?.cachedInputTokens ?? null,
    output_tokens: usage?.outputTokens ?? null,
    latency_ms: Math.round(latencyMs),
    answer: answer ?? null,
  };
  const args = { p_draft_id: draft.draft_id, p_lease_id: draft.lease_id, p_attempt: attempt, p_outcome };
  await callWorkerRpc(worker, "settle_model_call", args, z.object({ settled: z.boolean() }));
}
