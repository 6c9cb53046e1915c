declare const EdgeRuntime: { readonly waitUntil: (work: Promise<unknown>) => void } | undefined;

/**
 * Lets work go on after the answer was sent.
 *
 * On the platform `EdgeRuntime.waitUntil` keeps the isolate alive for it (400 s wall clock at most); elsewhere the
 * process lives on by itself. A failure ends here: a late unhandled rejection would kill a plain Deno process.
 *
 * @param work - already started
 * @param onFailure - told what was thrown
 * @see https://supabase.com/docs/guides/functions/background-tasks
 */
export function runInBackground(work: Promise<unknown>, onFailure: (thrown: unknown) => void): void {
  const settled = work.then(() => undefined, onFailure);
  if (typeof EdgeRuntime !== "undefined") EdgeRuntime.waitUntil(settled);
}
