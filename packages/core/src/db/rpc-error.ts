import { ApiError } from "../http/api-error.ts";
import { type ErrorCode, isErrorCode } from "../http/error-code.ts";

/**
 * The parts of a Data API error that decide anything. Its message is upstream text and stays unread; its details are
 * read where they are a number of seconds.
 */
export type RpcFailure = {
  readonly status: number;
  readonly code: string;
  readonly hint: string | null;
  readonly details?: string | null;
};

/** SQLSTATE classes and states of a database that is there no more, full, overloaded, or in somebody's way. */
const UNAVAILABLE_SQLSTATE = /^(?:08|53|57|58)|^(?:25006|40001|40P01|40003|55P03)$/;
/** Two transactions met; run again, one of them passes. */
const SERIALIZATION_SQLSTATE = /^(?:40001|40P01)$/;
const SQLSTATE = /^[0-9A-Z]{5}$/;

/**
 * Tells whether the same call may be sent again because nothing was done and it will probably pass.
 *
 * @param failure - answer of the Data API
 * @returns true for serialization failures and deadlocks
 */
export function isWorthRepeating(failure: RpcFailure): boolean {
  return SERIALIZATION_SQLSTATE.test(failure.code);
}

/**
 * Turns a failed RPC into one of our errors. A refusal of ours carries `PTnnn` and its code in `hint`; everything else
 * is an outage, a wrong configuration or a bug, and tells clients nothing.
 *
 * @param failure - answer of the Data API; status 0 where there was none
 * @param sentences - by code, what a refusal means for this RPC
 * @returns the error to throw
 * @see https://docs.postgrest.org/en/stable/references/errors.html
 */
export function rpcError(failure: RpcFailure, sentences: Partial<Readonly<Record<ErrorCode, string>>> = {}): ApiError {
  const { status, code, hint } = failure;
  if (/^PT\d{3}$/.test(code) && hint !== null && isErrorCode(hint)) {
    const sentence = sentences[hint];
    return new ApiError(hint, { ...(sentence === undefined ? {} : { sentence }), ...waitOf(hint, failure.details) });
  }

  const fault = `rpc ${status} ${code}`.trim();
  if (code === "PGRST303" || code === "PGRST301") return new ApiError("INVALID_FIREBASE_TOKEN", { fault });
  if (SQLSTATE.test(code)) {
    return new ApiError(UNAVAILABLE_SQLSTATE.test(code) ? "DATABASE_UNAVAILABLE" : "INTERNAL_ERROR", { fault });
  }
  // Our token was verified, so the Data API's refusal means that it was set up for another project or key.
  if (status === 401 || status === 403) return new ApiError("CONFIG_ERROR", { fault });
  // PGRST0xx: no connection; PGRST2xx: schema cache older than the migrations.
  if (status === 0 || status >= 500 || /^PGRST[02]/.test(code)) return new ApiError("DATABASE_UNAVAILABLE", { fault });
  return new ApiError("INTERNAL_ERROR", { fault });
}

/** A refusal that passes by itself says in its details when (`private.refuse_until`). */
function waitOf(code: ErrorCode, details: string | null | undefined): { retryAfterSeconds?: number } {
  return code === "RATE_LIMITED" && /^[1-9]\d{0,5}$/.test(details ?? "") ? { retryAfterSeconds: Number(details) } : {};
}
