const ACCEPTED = /^[A-Za-z0-9._-]{1,64}$/;

/**
 * The id of a request: the caller's own where it is well formed, a new UUID otherwise.
 *
 * @param sent - value of `x-request-id`, if any
 * @returns 1–64 characters of `[A-Za-z0-9._-]`, safe in a header and in a log line
 */
export function requestId(sent: string | null | undefined): string {
  return sent != null && ACCEPTED.test(sent) ? sent : crypto.randomUUID();
}
