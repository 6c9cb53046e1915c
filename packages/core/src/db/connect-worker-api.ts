import { createClient } from "@supabase/supabase-js";
import type { Config } from "../config/config.ts";
import { ApiError } from "../http/api-error.ts";
import type { DataApi } from "./connect-data-api.ts";

/** The Data API as the draft worker. It is no {@link DataApi}: what is asked as the caller is never asked with this. */
export type WorkerApi = { readonly client: DataApi };

/**
 * Opens the Data API as the draft worker: with the platform's secret key, which executes the worker's five RPCs and
 * reaches no table. What a provider may is checked by each of them, against the provider the draft was begun by.
 *
 * @param config - where the Data API is, and the secret key
 * @param options - `requestId` and `slug` of the function for the audit trail, `fetch` to use
 * @returns a client that keeps no session and never retries by itself
 * @throws ApiError `CONFIG_ERROR` in a function that does not read the key
 * @see https://supabase.com/docs/guides/api/api-keys
 */
export function connectWorkerApi(
  { supabaseUrl, workerKey }: Pick<Config, "supabaseUrl" | "workerKey">,
  options: { readonly requestId: string; readonly slug: string; readonly fetch: typeof fetch },
): WorkerApi {
  if (workerKey === undefined) throw new ApiError("CONFIG_ERROR", { fault: "SUPABASE_SECRET_KEYS" });
  const client = createClient(supabaseUrl, workerKey, {
    // Nobody is signed in: the key itself is the Bearer token.
    accessToken: () => Promise.resolve(null),
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: { fetch: options.fetch, headers: { "x-request-id": options.requestId, "x-function": options.slug } },
  });
  return { client };
}
