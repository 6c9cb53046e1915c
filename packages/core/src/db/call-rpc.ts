import type { z } from "zod";
import type { ErrorCode } from "../http/error-code.ts";
import type { WorkerRpcName } from "./call-worker-rpc.ts";
import type { DataApi } from "./connect-data-api.ts";
import { rpcError } from "./rpc-error.ts";
import { type RpcArguments, type RpcName, sendRpc } from "./send-rpc.ts";

/** What is particular about one RPC. */
export type RpcOptions = {
  /** What a refusal means here, by code, where that is more than the code's own sentence. */
  readonly sentences?: Partial<Readonly<Record<ErrorCode, string>>>;
  /** Milliseconds for the call, attempts included; 10 s where not given. */
  readonly deadlineMs?: number;
};

/**
 * Calls one RPC as the caller and parses its answer; see {@link sendRpc} for what is repeated.
 *
 * @param dataApi - the Data API as this caller
 * @param name - the RPC, one that people may call
 * @param args - its named arguments
 * @param answer - schema of what it returns
 * @param options - sentences of its refusals, its deadline
 * @returns the parsed answer
 * @throws ApiError the RPC's own refusal, `DATABASE_UNAVAILABLE`, `CONFIG_ERROR`, or `INTERNAL_ERROR` when the answer
 *   does not fit its schema
 */
export function callRpc<Name extends Exclude<RpcName, WorkerRpcName>, Answer extends z.ZodType>(
  dataApi: DataApi,
  name: Name,
  args: RpcArguments<Name>,
  answer: Answer,
  options: RpcOptions = {},
): Promise<z.output<Answer>> {
  const { sentences, deadlineMs } = options;
  return sendRpc(dataApi, name, args, answer, { errorOf: (failure) => rpcError(failure, sentences), deadlineMs });
}
