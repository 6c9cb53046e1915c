import { App } from "@supabase/lite";
import { PostgresConnection } from "@supabase/lite/postgres";
import { type FirebaseTrust, firebaseIdentity } from "./firebase-identity.ts";

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
  const connection = connect(options.dbUrl);
  const app = new App({
    connection,
    api: { enabled: true, schemas: ["public"] },
    auth: { enabled: false, publishable_key: options.publishableKey, secret_key: options.secretKey },
    storage: { enabled: false },
    studio: { enabled: false },
    options: {
      server: { admin: false, disableStudio: true, middlewares: [firebaseIdentity(options.trust)] },
    },
  });
  return { fetch: (request) => app.fetch(request), close: () => connection.close() };
}

function connect(dbUrl: string): PostgresConnection {
  const connection = new PostgresConnection({
    url: dbUrl,
    postgresOptions: {
      onnotice: () => {},
      // Arguments arrive as JSON text already; the default serializers would encode them a second time.
      types: {
        json: { to: 114, from: [114], serialize: asJsonText, parse: JSON.parse },
        jsonb: { to: 3802, from: [3802], serialize: asJsonText, parse: JSON.parse },
      },
    },
  });
  // At its first request lite grants ALL on every table with RLS to the API roles, and so would undo the migrations'
  // revokes. The method is private, hence the property; the exact version pin keeps the name.
  Object.defineProperty(connection, "ensureRlsContext", { value: async () => true });
  return connection;
}

function asJsonText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
