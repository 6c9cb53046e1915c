import type { z } from "zod";
import { ApiError } from "../http/api-error.ts";
import type { DataApi } from "./connect-data-api.ts";
import type { Database } from "./database.types.ts";
import { isWorthRepeating, type RpcFailure } from "./rpc-error.ts";

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

/** How one RPC is sent. */
export type SendOptions = {
  /** Turns a failure that is not repeated into an error of ours. */
  readonly errorOf: (failure: RpcFailure) => ApiError;
  /** Milliseconds for the call, attempts included; 10 s where not given. */
  readonly deadlineMs?: number | undefined;
};

/**
 * Sends one RPC and parses its answer, whoever asks.
 *
 * Serialization failures are repeated with jitter, which is safe: their transaction left nothing behind. Nothing else
 * is, so a lost answer is the client's to repeat; every RPC of ours gives the same answer then.
 *
 * @param client - the Data API as somebody
 * @param name - the RPC
 * @param args - its named arguments
 * @param answer - schema of what it returns
 * @param options - what its failures become, its deadline
 * @returns the parsed answer
 * @throws ApiError what `errorOf` makes of a failure, or `INTERNAL_ERROR` when the answer does not fit its schema
 */
export async function sendRpc<Name extends RpcName, Answer extends z.ZodType>(
  client: DataApi,
  name: Name,
  args: RpcArguments<Name>,
  answer: Answer,
  options: SendOptions,
): Promise<z.output<Answer>> {
  const deadline = AbortSignal.timeout(options.deadlineMs ?? DEADLINE_MS);
  for (let attempt = 1; ; attempt++) {
    const { data, error, status } = await client.rpc(name, args).abortSignal(deadline).retry(false);
    if (error === null) {
      const parsed = answer.safeParse(data);
      if (parsed.success) return parsed.data;
      throw new ApiError("INTERNAL_ERROR", { fault: `rpc_answer ${name}` });
    }
    const failure = { status, code: error.code ?? "", hint: error.hint ?? null, details: error.details };
    if (!isWorthRepeating(failure) || attempt === MAX_ATTEMPTS || deadline.aborted) throw options.errorOf(failure);
    await jitter(BACKOFF_MS * 2 ** attempt);
  }
}

function jitter(maxMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * maxMs));
}
