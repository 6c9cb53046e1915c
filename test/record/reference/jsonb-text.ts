import type { Json } from "./json.ts";

/**
 * Writes a value as PostgreSQL writes a jsonb: keys by length in bytes and then by bytes, a space after each comma and
 * colon, so that two values are equal when their texts are.
 *
 * @param value - what to write
 * @returns the text `value::jsonb::text` has (https://www.postgresql.org/docs/17/datatype-json.html)
 */
export function jsonbText(value: Json): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (isList(value)) return `[${value.map(jsonbText).join(", ")}]`;
  const entries = Object.entries(value).sort(([a], [b]) => compareKeys(Buffer.from(a), Buffer.from(b)));
  return `{${entries.map(([key, member]) => `${JSON.stringify(key)}: ${jsonbText(member)}`).join(", ")}}`;
}

// Array.isArray does not narrow a readonly array.
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function compareKeys(a: Buffer, b: Buffer): number {
  return a.length - b.length || Buffer.compare(a, b);
}
