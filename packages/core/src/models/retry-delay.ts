const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 8_000;

/**
 * How long to wait before a call is repeated: what the host asked for, else a random part of a growing pause ("full
 * jitter", https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/), so that isolates do not return
 * all at once.
 *
 * @param failures - calls that failed before this one
 * @param retryAfterMs - what the host asked for; undefined where it did not
 * @param random - from 0 to 1
 * @returns milliseconds; a host's wish is never cut short
 */
export function retryDelayMs(failures: number, retryAfterMs: number | undefined, random: number): number {
  const jittered = random * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** failures);
  return retryAfterMs === undefined ? jittered : retryAfterMs + jittered;
}
