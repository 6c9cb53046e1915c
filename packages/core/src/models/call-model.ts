import { z } from "zod";
import type { Prompt } from "./build-prompt.ts";
import { ModelFault, type ModelUsage } from "./model-fault.ts";
import { ModelNote } from "./model-note.ts";
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

/** The JSON schema a model's answer is held to, as it is sent. */
export const ANSWER_SCHEMA = z.toJSONSchema(ModelNote, { target: "draft-7" });

/**
 * Calls a model once, streaming, and never repeats: every repetition is another call, which is recorded before it is sent.
 *
 * @param options - model, prompt, limits and who listens
 * @returns the complete answer of a model that ended by itself
 * @throws ModelFault whatever else happened
 */
export async function callModel(options: ModelCallOptions): Promise<ModelAnswer> {
  const { settings, prompt, timeoutMs } = options;
  const timeout = AbortSignal.timeout(Math.max(0, Math.round(timeoutMs)));
  const tooLarge = new AbortController();
  const { Output, jsonSchema, streamText } = await import("ai");
  const { stream } = streamText({
    model: await openLanguageModel(settings, options.send),
    instructions: prompt.instructions,
    prompt: prompt.data,
    output: Output.object({ schema: jsonSchema(ANSWER_SCHEMA), name: "soap_note" }),
    maxOutputTokens: settings.profile.maxOutputTokens,
    ...(settings.profile.temperature === undefined ? {} : { temperature: settings.profile.temperature }),
    maxRetries: 0,
    abortSignal: AbortSignal.any([timeout, tooLarge.signal, options.signal]),
    onError: () => undefined,
  });

  let text = "";
  for await (const part of stream) {
    if (part.type === "text-delta") {
      text += part.text;
      if (text.length > MAX_ANSWER_CHARACTERS) tooLarge.abort();
      else options.onText(part.text);
    } else if (part.type === "error") {
      throw await faultOf(part.error, timeout);
    } else if (part.type === "abort") {
      throw new ModelFault(tooLarge.signal.aborted ? "too_large" : "timeout");
    } else if (part.type === "finish") {
      const { inputTokens, inputTokenDetails, outputTokens } = part.totalUsage;
      const usage = { inputTokens, cachedInputTokens: inputTokenDetails.cacheReadTokens, outputTokens };
      if (part.finishReason === "length") throw new ModelFault("truncated", { usage });
      if (part.finishReason === "content-filter") throw new ModelFault("refused", { usage });
      if (part.finishReason !== "stop") throw new ModelFault("broken_stream", { usage });
      if (text.trim() === "") throw new ModelFault("empty", { usage });
      return { text, usage };
    }
  }
  throw new ModelFault("broken_stream");
}

async function faultOf(error: unknown, timeout: AbortSignal): Promise<ModelFault> {
  if (timeout.aborted) return new ModelFault("timeout");
  if (error instanceof ModelFault) return error;
  const { APICallError } = await import("ai");
  if (!APICallError.isInstance(error)) return new ModelFault("broken_stream");
  const { statusCode, responseHeaders } = error;
  if (statusCode === undefined) return new ModelFault("unreachable");
  if (statusCode < 300) return new ModelFault("broken_stream");
  const retryAfterMs = readRetryAfterMs(responseHeaders?.["retry-after"], new Date());
  return new ModelFault(`http_${statusCode}`, retryAfterMs === undefined ? {} : { retryAfterMs });
}
