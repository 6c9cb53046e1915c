import { type ErrorCode, errorRule } from "./error-code.ts";

/** One refused field: its name and the rule it broke, never its value. */
export type ErrorDetail = { readonly field: string; readonly rule: string };

/** What an {@link ApiError} may say beyond its code. */
export type ApiErrorOptions = {
  /** A developer's sentence in place of the code's own; constant text, never built from request or upstream data. */
  readonly sentence?: string;
  readonly details?: readonly ErrorDetail[];
  /** What went wrong on our side, for the log line only: a short machine word such as `57014` or `jwks_timeout`. */
  readonly fault?: string;
  /** Seconds of `Retry-After` where they are known better than the code's own. */
  readonly retryAfterSeconds?: number;
  /** Values of `Allow`, for a 405. */
  readonly allow?: readonly string[];
};

/**
 * The one error that becomes an answer: a code of the closed list, and what belongs to it.
 *
 * Anything else that is thrown is answered as `INTERNAL_ERROR`, so no foreign message can reach a client.
 *
 * @example
 * throw new ApiError("MISSING_PARAMS", { details: [{ field: "encounter_id", rule: "required" }] });
 */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly code: ErrorCode;
  readonly status: number;
  readonly details: readonly ErrorDetail[] | undefined;
  readonly fault: string | undefined;
  readonly allow: readonly string[] | undefined;
  readonly retryAfterSeconds: number | undefined;

  /**
   * @param code - decides status, default sentence and `Retry-After`
   * @param options - details for the client, a fault for the log
   */
  constructor(code: ErrorCode, options: ApiErrorOptions = {}) {
    const rule = errorRule(code);
    super(options.sentence ?? rule.sentence);
    this.code = code;
    this.status = rule.status;
    this.details = options.details;
    this.fault = options.fault;
    this.allow = options.allow;
    this.retryAfterSeconds = options.retryAfterSeconds ?? rule.retryAfterSeconds;
  }
}
