import { cachedFirebaseKeys } from "../auth/cached-firebase-keys.ts";
import type { FirebaseKeys } from "../auth/firebase-keys.ts";
import type { Config } from "../config/config.ts";
import { loadConfig } from "../config/load-config.ts";
import { type CallSlots, callSlots } from "../db/call-slots.ts";
import type { Platform } from "./platform.ts";

/** What outlives a request: the checked environment, the identity provider's keys, and the turns at the Data API. */
export type Runtime = { readonly config: Config; readonly keys: FirebaseKeys; readonly slots: CallSlots };

/**
 * Prepares the runtime at its first use and keeps it, so that a function without its settings still starts, answers
 * `/health`, and tells what is missing where it is asked to work.
 *
 * @param platform - where the function runs
 * @param options - whether the function works in the background and needs the key for it
 * @returns gives the one runtime; throws ApiError `CONFIG_ERROR` for as long as the environment is wrong
 */
export function lazyRuntime(
  platform: Platform,
  options: { readonly needsWorkerKey?: boolean | undefined } = {},
): () => Runtime {
  let runtime: Runtime | undefined;
  return () => {
    if (runtime === undefined) {
      const config = loadConfig(platform.environment, options);
      const keys = cachedFirebaseKeys({ url: config.firebaseJwksUrl, clock: platform.clock, fetch: platform.fetch });
      runtime = { config, keys, slots: callSlots() };
    }
    return runtime;
  };
}
