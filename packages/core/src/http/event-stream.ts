import { errorBody, toApiError } from "./error-response.ts";

/**
 * One event of a stream: a name, a JSON value, and an id a client may resume from (WHATWG HTML §9.2, server-sent events).
 * The id is a word of ours, without line breaks.
 */
export type ServerSentEvent = { readonly event: string; readonly data: unknown; readonly id?: string };

/**
 * Sends events as they come. The first one is awaited before anything is answered, so that a refusal found at the
 * start is an ordinary error with its own status; a later one becomes an `error` event, and the stream ends.
 *
 * @param events - what to send; closed when the client goes away
 * @param requestId - id of this request, for the `error` event
 * @returns a `text/event-stream` answer of status 200
 * @throws ApiError whatever `events` throws before its first event
 */
export async function eventStream(events: AsyncGenerator<ServerSentEvent, void>, requestId: string): Promise<Response> {
  const first = await events.next();
  const frames = encodeFrames(first, events, requestId);
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const frame = await frames.next();
      if (frame.done) controller.close();
      else controller.enqueue(frame.value);
    },
    async cancel() {
      await frames.return();
      await events.return();
    },
  });
  return new Response(body, { headers: { "content-type": "text/event-stream" } });
}

async function* encodeFrames(
  first: IteratorResult<ServerSentEvent, void>,
  events: AsyncGenerator<ServerSentEvent, void>,
  requestId: string,
): AsyncGenerator<Uint8Array, void> {
  try {
    if (!first.done) yield encodeFrame(first.value);
    for await (const event of events) yield encodeFrame(event);
  } catch (thrown) {
    yield encodeFrame({ event: "error", data: errorBody(toApiError(thrown), requestId) });
  }
}

function encodeFrame({ event, data, id }: ServerSentEvent): Uint8Array {
  const idLine = id === undefined ? "" : `id: ${id}\n`;
  return new TextEncoder().encode(`${idLine}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}
