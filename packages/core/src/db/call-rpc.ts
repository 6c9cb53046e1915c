import type { z } from "zod";
import { ApiError } from "../http/api-error.ts";
import type { ErrorCode } from "../http/error-code.ts";
import type { DataApi } from "./connect-data-api.ts";
import type { Database } from "./database.types.ts";
import { isWorthRepeating, rpcError } from "./rpc-error.ts";

const DEADLINE_MS = 10_000;
const MAX_ATTEMPTS = 4;
const BACKOFF_MS = 25;

/** An RPC of schema `public`, as the migrations define it. */
export type RpcName = keyof Database["public"]["Functions"];

type DatabaseArguments<Name extends RpcName> = Database["public"]["Functions"][Name]["Args"];

/** Named arguments of an RPC; an optional one may be undefined, and is then left to its default. */
export type RpcArguments<Name extends RpcName> = {
  readonly [Key in keyof DatabaseArguments<Name>]: Record<never, never> extends Pick<DatabaseArguments<Name>, Key>
    ? DatabaseArguments<Name>[Key] | undefined
    : DatabaseArguments<Name>[Key];
};

/** What is particular about one RPC. */
export type RpcOptions = {
  /** What a refusal means here, by code, where that is more than the code's own sentence. */
  readonly sentences?: Partial<Readonly<Record<ErrorCode, string>>>;
  /** Milliseconds for the call, attempts included; 10 s where not given. */
  readonly deadlineMs?: number;
};

/**
 * Calls one RPC as the caller and parses its answer.
 *
 * Serialization failures are repeated with jitter, which is safe: their transaction left nothing behind. Nothing else
 * is, so a lost answer is the client's to repeat; every RPC of ours gives the same answer then.
 *
 * @param dataApi - the Data API as this caller
 * @param name - the RPC
 * @param args - its named arguments
 * @param answer - schema of what it returns
 * @param options - sentences of its refusals, its deadline
 * @returns the parsed answer
 * @throws ApiError the RPC's own refusal, `DATABASE_UNAVAILABLE`, `CONFIG_ERROR`, or `INTERNAL_ERROR` when the answer
 *   does not fit its schema
 */
export async function callRpc<Name extends RpcName, Answer extends z.ZodType>(
  dataApi: DataApi,
  name: Name,
  args: RpcArguments<Name>,
  answer: Answer,
  options: RpcOptions = {},
): Promise<z.output<Answer>> {
  const deadline = AbortSignal.timeout(options.deadlineMs ?? DEADLINE_MS);
  for (let attempt = 1; ; attempt++) {
    const { data, error, status } = await dataApi.rpc(name, args).abortSignal(deadline).retry(false);
    if (error === null) {
      const parsed = answer.safeParse(data);
      if (parsed.success) return parsed.data;
      throw new ApiError("INTERNAL_ERROR", { fault: `rpc_answer ${name}` });
    }
    const failure = { status, code: error.code ?? "", hint: error.hint ?? null, details: error.details };
    if (!isWorthRepeating(failure) || attempt === MAX_ATTEMPTS || deadline.aborted)
      throw rpcError(failure, options.sentences);
    await jitter(BACKOFF_MS * 2 ** attempt);
  }
}

function jitter(maxMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * maxMs));
}
