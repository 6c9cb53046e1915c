/** A JSON value as jsonb holds it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object as jsonb holds it. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** @returns whether a value is an object, not a list and not null */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
