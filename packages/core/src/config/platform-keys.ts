import { z } from "zod";
import { value } from "./variable.ts";

/**
 * Keys as the platform gives them: a JSON object by name, of which `default` counts first; a single key is accepted as well.
 *
 * @see https://supabase.com/docs/guides/functions/secrets#default-secrets
 */
export const platformKeys = value.transform((text, context) => {
  if (!text.startsWith("{")) return [text];
  const keys = z.record(z.string(), value).safeParse(parseJson(text));
  if (keys.success && Object.keys(keys.data).length > 0) {
    const { default: first, ...others } = keys.data;
    return [...(first === undefined ? [] : [first]), ...Object.values(others)];
  }
  context.addIssue({ code: "custom" });
  return z.NEVER;
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
