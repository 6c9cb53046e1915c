import { ApiError } from "./api-error.ts";

/** How much of a body is read, and for how long. */
export type BodyLimits = { readonly maxBytes: number; readonly deadlineMs: number };

const TIMED_OUT = Symbol("timed out");

/**
 * Reads a request's body within a limit of bytes and time. A declared length over the limit is refused at once;
 * an undeclared or false one as soon as the limit is passed, so a caller never holds more than the limit in memory.
 *
 * @param request - its body must not have been read yet
 * @param limits - bytes in total, milliseconds until the last byte
 * @returns the bytes, possibly none
 * @throws ApiError `PAYLOAD_TOO_LARGE` past the limit, `REQUEST_TIMEOUT` when it came too slowly or broke off
 */
export async function readBody(request: Request, limits: BodyLimits): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > limits.maxBytes) throw new ApiError("PAYLOAD_TOO_LARGE");
  if (request.body === null) return new Uint8Array();

  const reader = request.body.getReader();
  const { promise: timeout, resolve: expire } = Promise.withResolvers<typeof TIMED_OUT>();
  const timer = setTimeout(() => expire(TIMED_OUT), limits.deadlineMs);
  const refuse = (code: "PAYLOAD_TOO_LARGE" | "REQUEST_TIMEOUT") => {
    // Not awaited: a peer that neither sends nor closes must not keep this request waiting.
    reader.cancel().catch(() => undefined);
    return new ApiError(code);
  };

  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    while (true) {
      const step = await Promise.race([reader.read().catch(() => TIMED_OUT), timeout]);
      if (typeof step === "symbol") throw refuse("REQUEST_TIMEOUT");
      if (step.done) return join(chunks, bytes);
      bytes += step.value.byteLength;
      if (bytes > limits.maxBytes) throw refuse("PAYLOAD_TOO_LARGE");
      chunks.push(step.value);
    }
  } finally {
    clearTimeout(timer);
  }
}

function join(chunks: readonly Uint8Array[], bytes: number): Uint8Array {
  const body = new Uint8Array(bytes);
  let offset = 0;
  for (const chunk of chunks) {
    body.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return body;
}
