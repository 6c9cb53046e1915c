import type { ApiError } from "./api-error.ts";
import { isErrorCode } from "./error-code.ts";
import { toApiError } from "./error-response.ts";
import { isFault } from "./is-fault.ts";

/** What is known about a request while it is served. There is no free-text field: names, codes and numbers only. */
export type RequestTrace = {
  readonly requestId: string;
  /** Slug of the function. */
  readonly function: string;
  readonly method: string;
  /** `performance.now()` at arrival. */
  readonly startedMs: number;
  /** Milliseconds spent waiting for the Data API so far. */
  databaseMs: number;
  status: number;
  /** Our code of the refusal, on any status of 400 and above. */
  code?: string;
  /** A short machine word for operators: an SQLSTATE, an upstream status, the class of an unforeseen error. */
  fault?: string;
  /** Pseudonym of the verified caller, never the Firebase uid itself. */
  user?: string;
};

const UNPRINTABLE = "unprintable";

/** What each text of a log line may be. None is free: no quotes, no line breaks, no words of anybody's. */
const FORMATS = {
  // The one text of the caller's, who is told it again: an id by its form.
  requestId: /^[A-Za-z0-9._-]{1,64}$/,
  function: /^(?=.{1,64}$)[a-z]+(?:-[a-z0-9]+)+$/,
  method: /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|BACKGROUND)$/,
  user: /^[0-9a-f]{16}$/,
};

/**
 * Notes in a trace how its request failed.
 *
 * @param trace - is changed
 * @param thrown - what was thrown
 * @returns the same trace
 */
export function traceFailure(trace: RequestTrace, thrown: unknown): RequestTrace {
  const error: ApiError = toApiError(thrown);
  trace.status = error.status;
  trace.code = error.code;
  if (error.fault !== undefined) trace.fault = error.fault;
  return trace;
}

/**
 * Writes a trace as one line of JSON. Each field is named here and held to its form, so that health data, tokens or line
 * breaks cannot be logged even by code that tries to.
 *
 * @param at - when the request ended
 * @param trace - what is known about it
 * @returns one line without its line feed, far below the platform's 10 000 characters
 */
export function traceLine(at: Date, trace: RequestTrace): string {
  return JSON.stringify({
    time: at.toISOString(),
    level: trace.status >= 500 ? "error" : "info",
    requestId: held(trace.requestId, FORMATS.requestId),
    function: held(trace.function, FORMATS.function),
    method: held(trace.method, FORMATS.method),
    status: trace.status,
    code: trace.code === undefined || isErrorCode(trace.code) ? trace.code : UNPRINTABLE,
    fault: trace.fault === undefined || isFault(trace.fault) ? trace.fault : UNPRINTABLE,
    durationMs: Math.round(performance.now() - trace.startedMs),
    databaseMs: Math.round(trace.databaseMs),
    user: held(trace.user, FORMATS.user),
  });
}

function held(value: string | undefined, format: RegExp): string | undefined {
  return value === undefined || format.test(value) ? value : UNPRINTABLE;
}
