import { ApiError } from "./api-error.ts";

const MAX_HEADERS_BYTES = 32 * 1024;
/** The app sends a dozen, gateways add some twenty. */
const MAX_HEADERS = 200;

/** `application/json`, with no parameter but a charset of UTF-8 (RFC 8259 §11 defines none; clients send it anyway). */
const JSON_TYPE = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?;?$/i;

/**
 * Refuses a request whose headers are larger, or more, than any honest client sends.
 *
 * @param headers - as received
 * @throws ApiError `HEADERS_TOO_LARGE` past 32 kB in total, or past 200 of them
 */
export function checkHeadersSize(headers: Headers): void {
  let length = 0;
  let count = 0;
  for (const [name, value] of headers) {
    length += name.length + value.length;
    count += 1;
  }
  if (length > MAX_HEADERS_BYTES || count > MAX_HEADERS) throw new ApiError("HEADERS_TOO_LARGE");
}

/**
 * Refuses a body that is not plain JSON. Compressed bodies are refused unread, so no bomb is ever unpacked.
 *
 * @param headers - as received
 * @throws ApiError `UNSUPPORTED_MEDIA_TYPE`
 */
export function checkJsonContent(headers: Headers): void {
  const encoding = headers.get("content-encoding")?.trim().toLowerCase() ?? "identity";
  if (encoding !== "identity" || !JSON_TYPE.test(headers.get("content-type")?.trim() ?? "")) {
    throw new ApiError("UNSUPPORTED_MEDIA_TYPE");
  }
}
