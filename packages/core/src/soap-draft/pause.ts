/**
 * Waits, or stops waiting as soon as it is given up.
 *
 * @param durationMs How long.
 * @param signal Ends the wait early; one that was aborted before does not wait at all.
 * @returns Resolves either way: the caller looks at `signal.aborted`.
 */
export function pause(durationMs: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, durationMs);
  signal.addEventListener("abort", () => resolve(), { once: true });
  return promise.finally(() => clearTimeout(timer));
}
