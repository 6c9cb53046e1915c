import { ApiError } from "./api-error.ts";

/** Deeper than any request of ours, far shallower than any stack. */
const MAX_DEPTH = 64;

const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Parses a request body into a JSON object that is safe to hand on: I-JSON (RFC 7493) with a bound on nesting.
 *
 * Of duplicate keys the last one counts, as in every JavaScript client; the object is what is validated, used and
 * audited, so there is no second reading that could differ.
 *
 * @param body - bytes as received
 * @returns the object, keys as sent
 * @throws ApiError `INVALID_JSON` for an empty body, a byte order mark, invalid UTF-8 or invalid JSON;
 *   `INVALID_REQUEST` for any other top-level value, for nesting past 64 levels, and for what Postgres cannot hold
 *   (U+0000, lone surrogates, numbers that overflow)
 */
export function parseJsonObject(body: Uint8Array): Record<string, unknown> {
  const text = decode(body);
  if (isDeeperThan(text, MAX_DEPTH)) throw invalid("depth");
  const value = parse(text);
  if (!isObject(value)) throw invalid("object");
  checkValues(value);
  return value;
}

function decode(body: Uint8Array): string {
  try {
    return UTF8.decode(body);
  } catch {
    throw new ApiError("INVALID_JSON");
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError("INVALID_JSON");
  }
}

function invalid(rule: string): ApiError {
  return new ApiError("INVALID_REQUEST", { details: [{ field: "body", rule }] });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isDeeperThan(text: string, limit: number): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const char = text[index];
    if (inString) {
      if (char === "\\") index++;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === "{" || char === "[") {
      depth++;
      if (depth > limit) return true;
    } else if (char === "}" || char === "]") depth--;
  }
  return false;
}

/** Recursion is safe here: nesting is bounded already. */
function checkValues(value: unknown): void {
  if (typeof value === "string") checkText(value);
  else if (typeof value === "number" && !Number.isFinite(value)) throw invalid("number");
  else if (typeof value === "object" && value !== null) {
    for (const [key, entry] of Object.entries(value)) {
      checkText(key);
      checkValues(entry);
    }
  }
}

function checkText(text: string): void {
  if (text.includes("\u0000") || !text.isWellFormed()) throw invalid("text");
}
