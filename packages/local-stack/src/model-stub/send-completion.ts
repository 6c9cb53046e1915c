import type { ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";

const PIECE_CHARACTERS = 24;
/** A long answer comes in longer pieces, not in more of them. */
const MOST_PIECES = 200;

/** How an answer is sent. */
export interface CompletionOptions {
  readonly model: string;
  readonly content: string;
  readonly finishReason: string;
  /** Tokens the request is billed, as its `usage`. */
  readonly inputTokens: number;
  readonly firstDelayMs: number;
  readonly pieceDelayMs: number;
  /** Stops sending after this many characters; the stream then stays open. */
  readonly stopAfter?: number;
}

/**
 * Streams a chat completion in the protocol of OpenAI: pieces of text, why it ended, what it cost, `[DONE]`.
 *
 * @param response - of the request; it is ended unless the sending stops half-way
 * @param options - what to send, and how fast
 * @see https://platform.openai.com/docs/api-reference/chat-streaming
 */
export async function sendCompletion(response: ServerResponse, options: CompletionOptions): Promise<void> {
  const { content, inputTokens, stopAfter = Number.POSITIVE_INFINITY } = options;
  const head = { id: "stub", object: "chat.completion.chunk", created: 0, model: options.model };
  const send = (chunk: object) => response.write(`data: ${JSON.stringify({ ...head, ...chunk })}\n\n`);
  const choice = (delta: object, finish_reason: string | null) => ({ choices: [{ index: 0, delta, finish_reason }] });

  const pieceCharacters = Math.max(PIECE_CHARACTERS, Math.ceil(content.length / MOST_PIECES));
  await delay(options.firstDelayMs);
  response.writeHead(200, { "content-type": "text/event-stream" });
  for (let at = 0; at < content.length && at < stopAfter && !response.destroyed; at += pieceCharacters) {
    if (at > 0 && options.pieceDelayMs > 0) await delay(options.pieceDelayMs);
    send(choice({ content: content.slice(at, at + pieceCharacters) }, null));
  }
  if (content.length > stopAfter) return;
  send(choice({}, options.finishReason));
  const completion_tokens = Math.ceil(content.length / 4);
  const total_tokens = inputTokens + completion_tokens;
  send({ choices: [], usage: { prompt_tokens: inputTokens, completion_tokens, total_tokens } });
  response.end("data: [DONE]\n\n");
}
