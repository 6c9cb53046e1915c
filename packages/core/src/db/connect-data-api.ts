import { createClient } from "@supabase/supabase-js";
import type { Config } from "../config/config.ts";

/**
 * Opens the Data API as the caller: the Firebase token itself is the Bearer token (Supabase third-party auth), so row
 * level security and every RPC see the person, not the function.
 *
 * @param config - where the Data API is, and the publishable key
 * @param options - `token` verified before, `requestId` and `slug` of the function for the audit trail, `fetch` to use
 * @returns a client that keeps no session and never retries by itself
 * @see https://supabase.com/docs/guides/auth/third-party/firebase-auth
 */
export function connectDataApi(
  config: Pick<Config, "supabaseUrl" | "publishableKey">,
  options: { readonly token: string; readonly requestId: string; readonly slug: string; readonly fetch: typeof fetch },
) {
  return createClient(config.supabaseUrl, config.publishableKey, {
    accessToken: () => Promise.resolve(options.token),
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: { fetch: options.fetch, headers: { "x-request-id": options.requestId, "x-function": options.slug } },
  });
}

/** The Data API as one caller. */
export type DataApi = ReturnType<typeof connectDataApi>;
