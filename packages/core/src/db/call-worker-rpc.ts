import type { z } from "zod";
import { ApiError } from "../http/api-error.ts";
import type { WorkerApi } from "./connect-worker-api.ts";
import { type RpcFailure, rpcError } from "./rpc-error.ts";
import { type RpcArguments, sendRpc } from "./send-rpc.ts";

/** The RPCs that are the draft worker's alone: the database executes them for the platform's secret key and nobody else. */
export type WorkerRpcName =
  | "advance_soap_draft"
  | "claim_soap_draft"
  | "complete_soap_draft"
  | "reserve_model_call"
  | "settle_model_call";

/**
 * Calls one RPC of the draft worker and parses its answer; see {@link sendRpc} for what is repeated.
 *
 * @param worker - the Data API as the worker
 * @param name - the RPC
 * @param args - its named arguments
 * @param answer - schema of what it returns
 * @returns the parsed answer
 * @throws ApiError the RPC's own refusal, `DATABASE_UNAVAILABLE`, `CONFIG_ERROR` when the key is not the one the Data API
 *   knows, or `INTERNAL_ERROR` when the answer does not fit its schema
 */
export function callWorkerRpc<Name extends WorkerRpcName, Answer extends z.ZodType>(
  worker: WorkerApi,
  name: Name,
  args: RpcArguments<Name>,
  answer: Answer,
): Promise<z.output<Answer>> {
  return sendRpc(worker.client, name, args, answer, { errorOf: workerError });
}

/** Who is nobody to the Data API has the wrong key; that is ours to mend, and never the caller's token. */
function workerError(failure: RpcFailure): ApiError {
  const isRefusedKey = (failure.status === 401 || failure.status === 403) && !failure.code.startsWith("PT");
  if (!isRefusedKey) return rpcError(failure);
  return new ApiError("CONFIG_ERROR", { fault: `SUPABASE_SECRET_KEYS rpc ${failure.status} ${failure.code}`.trim() });
}
