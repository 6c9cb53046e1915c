import { ANSWER_SCHEMA } from "./answer-schema.ts";
import type { Prompt } from "./build-prompt.ts";
import { type FaultCode, ModelFault, type ModelUsage } from "./model-fault.ts";
import type { ModelSettings } from "./model-settings.ts";
import { openLanguageModel } from "./open-language-model.ts";
import { readRetryAfterMs } from "./read-retry-after.ts";

/** A note of 500 items is far below this; a model that writes more has lost its way. */
const MAX_ANSWER_CHARACTERS = 512 * 1024;

/** A model's whole answer. */
export type ModelAnswer = { readonly text: string; readonly usage: ModelUsage };

/** One call of a model. */
export type ModelCallOptions = {
  readonly settings: ModelSettings;
  readonly prompt: Prompt;
  readonly send: typeof fetch;
  /** Gives the call up, for a reason other than time. */
  readonly signal: AbortSignal;
  /** Milliseconds the call may take. */
  readonly timeoutMs: number;
  /** Hears the answer while it arrives. */
  readonly onText: (piece: string) => void;
};

/**
 * Calls a model once, streaming, and never repeats: every repetition is another call, which is recorded before it is sent.
 *
 * @param options - model, prompt, limits and who listens
 * @returns the complete answer of a model that ended by itself
 * @throws ModelFault whatever else happened
 */
export async function callModel(options: ModelCallOptions): Promise<ModelAnswer> {
  const timeout = AbortSignal.timeout(Math.max(0, Math.round(options.timeoutMs)));
  try {
    return await readAnswer(options, timeout);
  } catch (thrown) {
    throw await faultOf(thrown, timeout);
  }
}

async function readAnswer(options: ModelCallOptions, timeout: AbortSignal): Promise<ModelAnswer> {
  const { settings, prompt } = options;
  const { maxOutputTokens, temperature } = settings.profile;
  const { streamText } = await import("ai");
  const { stream } = streamText({
    model: await openLanguageModel(settings, { send: options.send, answerSchema: ANSWER_SCHEMA }),
    instructions: prompt.instructions,
    prompt: prompt.data,
    maxOutputTokens,
    ...(temperature === undefined ? {} : { temperature }),
    maxRetries: 0,
    abortSignal: AbortSignal.any([timeout, options.signal]),
    onError: () => undefined,
  });

  let text = "";
  for await (const part of stream) {
    if (part.type === "text-delta") {
      text += part.text;
      if (text.length > MAX_ANSWER_CHARACTERS) throw new ModelFault("too_large");
      options.onText(part.text);
    } else if (part.type === "error") {
      throw part.error;
    } else if (part.type === "abort") {
      throw new ModelFault("timeout");
    } else if (part.type === "finish") {
      const { inputTokens, inputTokenDetails, outputTokens } = part.totalUsage;
      const usage = { inputTokens, cachedInputTokens: inputTokenDetails.cacheReadTokens, outputTokens };
      const fault = text.trim() === "" && part.finishReason === "stop" ? "empty" : faultOfEnd(part.finishReason);
      if (fault !== undefined) throw new ModelFault(fault, { usage });
      return { text, usage };
    }
  }
  throw new ModelFault("broken_stream");
}

function faultOfEnd(finishReason: string): FaultCode | undefined {
  if (finishReason === "stop") return undefined;
  if (finishReason === "length") return "truncated";
  return finishReason === "content-filter" ? "refused" : "broken_stream";
}

async function faultOf(error: unknown, timeout: AbortSignal): Promise<ModelFault> {
  if (error instanceof ModelFault) return error;
  if (timeout.aborted) return new ModelFault("timeout");
  const { APICallError } = await import("ai");
  if (!APICallError.isInstance(error)) return new ModelFault("broken_stream");
  const { statusCode, responseHeaders } = error;
  if (statusCode === undefined) return new ModelFault("unreachable");
  if (statusCode < 300) return new ModelFault("broken_stream");
  const retryAfterMs = readRetryAfterMs(responseHeaders?.["retry-after"], new Date());
  return new ModelFault(`http_${statusCode}`, retryAfterMs === undefined ? {} : { retryAfterMs });
}
