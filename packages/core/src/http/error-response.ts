import { z } from "zod";
import { ApiError } from "./api-error.ts";
import { ERROR_RULES } from "./error-code.ts";

/** The body of every answer that is not a success. */
export const ErrorBody = z
  .object({
    error: z.string().meta({ description: "A sentence for a developer; never shown to patients, never holds values." }),
    code: z.enum(Object.keys(ERROR_RULES)).meta({ description: "What clients decide by; see docs/errors.md." }),
    status: z.int().meta({ description: "The HTTP status again." }),
    requestId: z.string().meta({ description: "Same as the x-request-id header; quote it in a support request." }),
    details: z
      .array(z.object({ field: z.string(), rule: z.string() }))
      .optional()
      .meta({ description: "Which fields broke which rule." }),
  })
  .meta({ id: "Error" });

/**
 * Turns whatever was thrown into the error a client may see.
 *
 * @param thrown - anything; what is not an {@link ApiError} becomes `INTERNAL_ERROR` with only its class name as fault
 * @returns an error of the closed list
 */
export function toApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  return new ApiError("INTERNAL_ERROR", { fault: thrown instanceof Error ? thrown.name : typeof thrown });
}

/**
 * The JSON body of an error.
 *
 * @param error - what went wrong
 * @param requestId - id of this request
 * @returns an {@link ErrorBody}
 */
export function errorBody(error: ApiError, requestId: string): z.infer<typeof ErrorBody> {
  const body = { error: error.message, code: error.code, status: error.status, requestId };
  return error.details === undefined ? body : { ...body, details: [...error.details] };
}

/**
 * The headers that belong to an error: `WWW-Authenticate` (RFC 9110 §11.6.1), `Allow` (§10.2.1), `Retry-After` (§10.2.3).
 *
 * @param error - what went wrong
 * @returns header names and values, empty for most codes
 */
export function errorHeaders(error: ApiError): Record<string, string> {
  const headers: Record<string, string> = {};
  if (error.status === 401) headers["www-authenticate"] = "Bearer";
  if (error.allow !== undefined) headers["allow"] = error.allow.join(", ");
  if (error.retryAfterSeconds !== undefined) headers["retry-after"] = String(error.retryAfterSeconds);
  return headers;
}
