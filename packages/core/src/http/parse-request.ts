import type { z } from "zod";
import { ApiError } from "./api-error.ts";
import { describeIssue } from "./describe-issue.ts";

/**
 * Parses a request object with its schema, and turns what is wrong with it into one refusal.
 *
 * @param schema - made with `requestFields`
 * @param body - the JSON object of the request
 * @returns what the schema yields
 * @throws ApiError `MISSING_PARAMS` when a required field is absent, null or blank; `INVALID_REQUEST` when a field has
 *   the wrong type or format; each with `details` of field names and rules
 */
export function parseRequest<Schema extends z.ZodType>(schema: Schema, body: object): z.output<Schema> {
  const result = schema.safeParse(body, { reportInput: true });
  if (result.success) return result.data;
  const details = result.error.issues.map(describeIssue);
  const missing = details.filter(({ rule }) => rule === "required");
  if (missing.length > 0) throw new ApiError("MISSING_PARAMS", { details: missing });
  throw new ApiError("INVALID_REQUEST", { details });
}
