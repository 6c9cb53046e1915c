import { ApiError } from "./api-error.ts";

const VISIBLE_ASCII = /^[\x21-\x7e]{1,255}$/;
const WAIT = /(?:^|[,;])\s*wait\s*=\s*"?(\d{1,6})"?\s*(?:$|[,;])/i;

/**
 * Reads `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header).
 *
 * @param headers - as received
 * @returns the key, or undefined where none was sent
 * @throws ApiError `INVALID_REQUEST` for anything but 1–255 visible ASCII characters
 */
export function idempotencyKey(headers: Headers): string | undefined {
  const key = headers.get("idempotency-key");
  if (key === null) return undefined;
  if (VISIBLE_ASCII.test(key)) return key;
  throw new ApiError("INVALID_REQUEST", { details: [{ field: "Idempotency-Key", rule: "format" }] });
}

/**
 * Reads `Prefer: wait=N` (RFC 7240 §4.3). A preference that cannot be understood is ignored, as §2 asks.
 *
 * @param headers - as received
 * @returns the seconds the client is willing to wait, or undefined
 */
export function preferredWaitSeconds(headers: Headers): number | undefined {
  const seconds = WAIT.exec(headers.get("prefer") ?? "")?.[1];
  return seconds === undefined ? undefined : Number(seconds);
}
