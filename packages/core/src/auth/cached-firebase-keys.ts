import { ApiError } from "../http/api-error.ts";
import { fetchKeySet, type KeySet } from "./fetch-key-set.ts";
import type { FirebaseKeys } from "./firebase-keys.ts";

/** Whatever `Cache-Control` says, keys are asked for again within these bounds (Google says about six hours). */
const MIN_AGE_MS = 60_000;
const MAX_AGE_MS = 24 * 3_600_000;
const DEFAULT_AGE_MS = 3_600_000;
/** How long past its age a set still counts while its publisher cannot be reached. */
const OUTAGE_GRACE_MS = 6 * 3_600_000;
/** A new key counts after this long at most; between two downloads of a set that is still fresh it must pass. */
const REFRESH_INTERVAL_MS = 30_000;
/** A first failed download is tried again sooner, a further one after the usual interval. */
const RETRY_INTERVAL_MS = 5_000;
/** Whatever key ids arrive and whatever fails, the publisher is asked no more often than this. */
const MAX_DOWNLOADS = 3;
const DOWNLOADS_WINDOW_MS = 60_000;
const DEADLINE_MS = 4_000;

type CachedSet = { readonly set: KeySet; readonly fetchedAtMs: number; readonly freshUntilMs: number };

/**
 * Keeps Firebase's public keys for as long as their `Cache-Control` allows, within bounds.
 *
 * Concurrent misses share one download, and there are at most three a minute. A set past its age is renewed before
 * use; if that fails the last good set serves for six more hours, and only then, or where there never was one, do
 * callers see our outage.
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
  let failuresInARow = 0;
  let startedAtMs: readonly number[] = [];
  let downloading: Promise<void> | undefined;

  async function download(): Promise<void> {
    startedAtMs = [nowMs(), ...startedAtMs].slice(0, MAX_DOWNLOADS);
    try {
      const set = await fetchKeySet(options.url, { fetch: options.fetch, deadlineMs: DEADLINE_MS });
      const ageMs = set.maxAgeSeconds === undefined ? DEFAULT_AGE_MS : set.maxAgeSeconds * 1000;
      const fetchedAtMs = nowMs();
      const freshUntilMs = fetchedAtMs + Math.min(Math.max(ageMs, MIN_AGE_MS), MAX_AGE_MS);
      cached = { set, fetchedAtMs, freshUntilMs };
      failuresInARow = 0;
    } catch {
      failuresInARow++;
    } finally {
      downloading = undefined;
    }
  }

  function refresh(): Promise<void> {
    downloading ??= download();
    return downloading;
  }

  function isWanted(kid: string): boolean {
    if (cached === undefined || !cached.set.keys.has(kid)) return true;
    // A clock that was set back makes a set look younger than it is.
    return nowMs() >= cached.freshUntilMs || nowMs() < cached.fetchedAtMs;
  }

  function isAllowed(): boolean {
    const [last = Number.NEGATIVE_INFINITY] = startedAtMs;
    const oldest = startedAtMs[MAX_DOWNLOADS - 1] ?? Number.NEGATIVE_INFINITY;
    const intervalMs = failuresInARow === 1 ? RETRY_INTERVAL_MS : REFRESH_INTERVAL_MS;
    return elapsedMs(last) >= intervalMs && elapsedMs(oldest) >= DOWNLOADS_WINDOW_MS;
  }

  const elapsedMs = (sinceMs: number) => Math.abs(nowMs() - sinceMs);

  return {
    async find(kid) {
      // A download under way is waited for, as by whoever began it.
      if (isWanted(kid) && (downloading !== undefined || isAllowed())) await refresh();
      if (cached === undefined || nowMs() >= cached.freshUntilMs + OUTAGE_GRACE_MS) {
        throw new ApiError("IDENTITY_PROVIDER_UNAVAILABLE", { fault: "jwks" });
      }
      return cached.set.keys.get(kid);
    },
  };
}
