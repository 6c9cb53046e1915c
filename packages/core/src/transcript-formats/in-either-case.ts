import { z } from "zod";

/**
 * Lets the keys of an object begin with a capital: the services write the same fields as `ResultId` (Amazon Transcribe)
 * and as `resultId` (Amazon Chime SDK).
 *
 * @param schema - of the object, its keys in lower camel case
 * @returns a schema that takes both
 */
export function inEitherCase<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((sent) => {
    if (typeof sent !== "object" || sent === null || Array.isArray(sent)) return sent;
    return Object.fromEntries(
      Object.entries(sent).map(([key, value]) => [key.slice(0, 1).toLowerCase() + key.slice(1), value]),
    );
  }, schema);
}
