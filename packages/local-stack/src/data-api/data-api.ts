import { App } from "@supabase/lite";
import { type FirebaseTrust, firebaseIdentity } from "./firebase-identity.ts";
import { ownerConnection } from "./owner-connection.ts";

// As in supabase/config.toml.
const MAX_ROWS = 1000;

/** What the local Data API stands on. */
export interface DataApiOptions {
  /** Logs in as the owner of the tables; each request then takes on the caller's role. */
  readonly dbUrl: string;
  readonly publishableKey: string;
  readonly secretKey: string;
  readonly trust: FirebaseTrust;
}

/** The local stand-in for PostgREST. */
export interface DataApi {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly close: () => Promise<void>;
}

/**
 * Serves `/rest/v1` on the local database by `@supabase/lite`, no laxer than the platform: only schema `public`, an
 * API key on every request, Firebase tokens verified, and no privilege but those the migrations grant.
 *
 * @param options - database, keys and the trusted Firebase project
 */
export function dataApi(options: DataApiOptions): DataApi {
  const connection = ownerConnection(options.dbUrl);
  const app = new App({
    connection,
    api: { enabled: true, schemas: ["public"], max_rows: MAX_ROWS },
    auth: { enabled: false, publishable_key: options.publishableKey, secret_key: options.secretKey },
    storage: { enabled: false },
    studio: { enabled: false },
    options: {
      server: { admin: false, disableStudio: true, middlewares: [firebaseIdentity(options.trust)] },
    },
  });
  return { fetch: (request) => app.fetch(request), close: () => connection.close() };
}
