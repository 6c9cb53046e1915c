import { ApiError } from "../http/api-error.ts";
import { fetchKeySet, type KeySet } from "./fetch-key-set.ts";
import type { FirebaseKeys } from "./firebase-keys.ts";

/** Whatever `Cache-Control` says, keys are asked for again within these bounds (Google says about six hours). */
const MIN_AGE_MS = 60_000;
const MAX_AGE_MS = 24 * 3_600_000;
const DEFAULT_AGE_MS = 3_600_000;
/** How long past its age a set still counts while its publisher cannot be reached. */
const OUTAGE_GRACE_MS = 2 * 3_600_000;
/** An unknown key id asks for the set again at most this often, so that random ids cannot make us flood Google. */
const REFRESH_INTERVAL_MS = 30_000;
/** After a failed download the last good set is used for this long before the next try. */
const RETRY_INTERVAL_MS = 5_000;
const DEADLINE_MS = 4_000;

type CachedSet = { readonly set: KeySet; readonly fetchedAtMs: number; readonly freshUntilMs: number };

/**
 * Keeps Firebase's public keys for as long as their `Cache-Control` allows, within bounds.
 *
 * Concurrent misses share one download. A set past its age is renewed before use; if that fails the last good set
 * serves for two more hours, and only then, or where there never was one, do callers see our outage.
 *
 * @param options - `url` of the key set, `clock`, and the `fetch` to use
 * @returns a lookup that is safe to share between requests
 */
export function cachedFirebaseKeys(options: {
  readonly url: string;
  readonly clock: () => Date;
  readonly fetch: typeof fetch;
}): FirebaseKeys {
  const nowMs = () => options.clock().getTime();
  let cached: CachedSet | undefined;
  let failedAtMs = Number.NEGATIVE_INFINITY;
  let downloading: Promise<void> | undefined;

  async function download(): Promise<void> {
    try {
      const set = await fetchKeySet(options.url, { fetch: options.fetch, deadlineMs: DEADLINE_MS });
      const ageMs = set.maxAgeSeconds === undefined ? DEFAULT_AGE_MS : set.maxAgeSeconds * 1000;
      const fetchedAtMs = nowMs();
      const freshUntilMs = fetchedAtMs + Math.min(Math.max(ageMs, MIN_AGE_MS), MAX_AGE_MS);
      cached = { set, fetchedAtMs, freshUntilMs };
      failedAtMs = Number.NEGATIVE_INFINITY;
    } catch {
      failedAtMs = nowMs();
    } finally {
      downloading = undefined;
    }
  }

  function refresh(): Promise<void> {
    downloading ??= download();
    return downloading;
  }

  function needsRefresh(kid: string): boolean {
    if (cached === undefined) return true;
    if (elapsedMs(failedAtMs) < RETRY_INTERVAL_MS) return false;
    // A clock that was set back makes a set look younger than it is.
    const isFresh = nowMs() < cached.freshUntilMs && nowMs() >= cached.fetchedAtMs;
    return !isFresh || (!cached.set.keys.has(kid) && elapsedMs(cached.fetchedAtMs) >= REFRESH_INTERVAL_MS);
  }

  const elapsedMs = (sinceMs: number) => Math.abs(nowMs() - sinceMs);

  return {
    async find(kid) {
      if (needsRefresh(kid)) await refresh();
      if (cached === undefined || nowMs() >= cached.freshUntilMs + OUTAGE_GRACE_MS) {
        throw new ApiError("IDENTITY_PROVIDER_UNAVAILABLE", { fault: "jwks" });
      }
      return cached.set.keys.get(kid);
    },
  };
}
