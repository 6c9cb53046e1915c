/**
 * Reads `Retry-After` (RFC 9110 §10.2.3), in seconds or as a date.
 *
 * @param value - of the header; undefined where it was not sent
 * @param now - to tell how far away a date is
 * @returns milliseconds to wait, never negative; undefined where there is nothing to go by
 */
export function readRetryAfterMs(value: string | undefined, now: Date): number | undefined {
  const text = value?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const at = /^[A-Za-z]{3}, /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}
