import { inspect } from "node:util";
import { PostgresConnection } from "@supabase/lite/postgres";

/**
 * Connects `@supabase/lite` to the database as the owner of the tables, each request then takes on its caller's role,
 * and keeps it from being laxer than the platform.
 *
 * @param dbUrl - logs in as the owner of the tables
 */
export function ownerConnection(dbUrl: string): PostgresConnection {
  const connection = new OwnerConnection({
    url: dbUrl,
    postgresOptions: {
      onnotice: () => {},
      // PostgREST takes these from the role it impersonates; lite does not. As supabase/schemas/10_private/deadlines.sql.
      connection: { lock_timeout: 5000, statement_timeout: 8000 },
      // Objects arrive as JSON text already, plain strings as they are; lite's serializers would encode both again.
      types: {
        json: { to: 114, from: [114], serialize: asJsonText, parse: JSON.parse },
        jsonb: { to: 3802, from: [3802], serialize: asJsonText, parse: JSON.parse },
      },
    },
  });
  // At its first request lite grants ALL on every table with RLS to the API roles, which would undo the migrations'
  // revokes. The method is private, hence a property; the exact version pin keeps its name.
  Object.defineProperty(connection, "ensureRlsContext", { value: async () => true });
  return connection;
}

class OwnerConnection extends PostgresConnection {
  // Lite prints every error it answers with; what PostgreSQL says in one may quote a row, so only its code is shown.
  override normalizeDbError(error: unknown): unknown {
    const normalized = super.normalizeDbError(error);
    if (!(normalized instanceof Error)) return normalized;
    const code = "code" in normalized ? String(normalized.code) : normalized.name;
    const told = HIDDEN_SQLSTATE.test(code) ? asChosenAnswer(code) : normalized;
    Object.defineProperty(told, inspect.custom, { value: () => `[data-api] refused: ${code}` });
    return told;
  }
}

// Lite answers these with 500 and no SQLSTATE; PostgREST with 500 and the SQLSTATE, by which clients tell a deadlock
// from a bug: https://docs.postgrest.org/en/stable/references/errors.html#http-status-codes
const HIDDEN_SQLSTATE = /^(?:40|57|58)[0-9A-Z]{3}$/;

// Lite's own way to choose an answer, as PostgREST's `raise sqlstate 'PGRST'`.
function asChosenAnswer(code: string): Error {
  const body = { code, message: "The database failed", details: null, hint: null };
  const detail = JSON.stringify({ status: 500, headers: {} });
  return Object.assign(new Error(JSON.stringify(body)), { code: "PGRST", detail });
}

function asJsonText(value: unknown): string {
  return typeof value === "string" && isJson(value) ? value : JSON.stringify(value);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
