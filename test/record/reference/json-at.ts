import { isJsonObject, type Json } from "./json.ts";

/** @returns what stands at a path of objects; null where nothing does */
export function jsonAt(value: Json | undefined, ...path: readonly string[]): Json {
  if (value === undefined) return null;
  const [key, ...rest] = path;
  if (key === undefined) return value;
  return isJsonObject(value) ? jsonAt(value[key], ...rest) : null;
}
