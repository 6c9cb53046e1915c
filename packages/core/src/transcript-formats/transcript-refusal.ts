import type { z } from "zod";
import { ApiError } from "../http/api-error.ts";
import { describeIssue } from "../http/describe-issue.ts";

const SENTENCE = "Cannot draft SOAP note: transcript is malformed";

/**
 * The refusal of a transcript that cannot be read without losing words.
 *
 * @param place - where it is malformed, from the field on: keys, indices or line numbers, never words
 * @param rule - what is asked for there
 * @returns `INVALID_REQUEST`, with the place in its details
 */
export function transcriptRefusal(place: readonly PropertyKey[], rule: string): ApiError {
  const field = ["transcript", ...place].map(String).join(".");
  return new ApiError("INVALID_REQUEST", { sentence: SENTENCE, details: [{ field, rule }] });
}

/**
 * Parses a part of a transcript with its schema.
 *
 * @param schema - of the part
 * @param part - as it came
 * @param place - where the part is
 * @returns what the schema yields
 * @throws ApiError `INVALID_REQUEST` that names the first few places at fault
 */
export function parsePart<Schema extends z.ZodType>(
  schema: Schema,
  part: unknown,
  place: readonly PropertyKey[],
): z.output<Schema> {
  const result = schema.safeParse(part, { reportInput: true });
  if (result.success) return result.data;
  const details = result.error.issues.slice(0, MOST_DETAILS).map((issue) => {
    const { field, rule } = describeIssue(issue);
    return { field: ["transcript", ...place.map(String), field].filter((key) => key !== "").join("."), rule };
  });
  throw new ApiError("INVALID_REQUEST", { sentence: SENTENCE, details });
}

const MOST_DETAILS = 5;
