import { ApiError } from "./api-error.ts";
import { toApiError } from "./error-response.ts";
import type { Platform } from "./platform.ts";
import type { Runtime } from "./runtime.ts";

const DEADLINE_MS = 3_000;

/** One word per thing a function cannot work without. */
export type Checks = Readonly<Record<"configuration" | "identity_keys" | "database", "ok" | "failed">>;

/**
 * Checks what a request would need, without credentials and without reading anything.
 *
 * @param runtime - gives config and keys
 * @param platform - for its `fetch`
 * @returns the checks, and the error to answer with when one failed
 */
export async function readiness(
  runtime: () => Runtime,
  platform: Platform,
): Promise<{ readonly checks: Checks; readonly error: ApiError | undefined }> {
  const configuration = await attempt(async () => runtime());
  const identityKeys = await attempt(async () => runtime().keys.find(""));
  const database = await attempt(async () => reachDatabase(runtime(), platform));
  return {
    checks: {
      configuration: configuration === undefined ? "ok" : "failed",
      identity_keys: identityKeys === undefined ? "ok" : "failed",
      database: database === undefined ? "ok" : "failed",
    },
    error: configuration ?? database ?? identityKeys,
  };
}

async function attempt(check: () => Promise<unknown>): Promise<ApiError | undefined> {
  try {
    await check();
    return undefined;
  } catch (thrown) {
    return toApiError(thrown);
  }
}

/**
 * The publishable key alone may read no table, so "permission denied" (42501) said by Postgres is the healthy answer:
 * it proves key, Data API and database, and reads nothing.
 */
async function reachDatabase({ config }: Runtime, platform: Platform): Promise<void> {
  const signal = AbortSignal.timeout(DEADLINE_MS);
  const url = `${config.supabaseUrl}/rest/v1/patient_profiles?select=user_id&limit=0`;
  const answer = await platform
    .fetch(url, { headers: { apikey: config.publishableKey }, signal })
    .then(async (response) => ({ status: response.status, body: await response.text() }))
    .catch(() => ({ status: 0, body: "" }));
  if (!answer.body.includes("42501")) throw new ApiError("DATABASE_UNAVAILABLE", { fault: `rest ${answer.status}` });
}
