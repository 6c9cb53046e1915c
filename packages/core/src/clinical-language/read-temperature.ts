import { readNumberFacts } from "./number-facts.ts";
import { tokenize } from "./tokenize.ts";

/** A temperature of the body and its scale; the scale is null where neither a unit nor the size tells it. */
export interface Temperature {
  readonly degrees: number;
  readonly scale: "fahrenheit" | "celsius" | null;
}

/** Degrees between which a number without a unit is a temperature of a living body on that scale. */
const RANGES = { fahrenheit: [90, 115], celsius: [30, 45] } as const;

/**
 * Reads a temperature in digits or in words: `98.6`, `ninety seven . seven`, `37 celsius`.
 *
 * @param value The value, with or without its unit.
 * @param unit The unit where it is kept apart, or null.
 * @returns Null where no number was said.
 */
export function readTemperature(value: string, unit: string | null): Temperature | null {
  const [number] = readNumberFacts(value, tokenize(value));
  const degrees = Number(number?.value ?? Number.NaN);
  if (Number.isNaN(degrees)) return null;
  const words = new Set(tokenize(`${value} ${unit ?? ""}`).map(({ word }) => word));
  if (words.has("fahrenheit") || words.has("f")) return { degrees, scale: "fahrenheit" };
  if (words.has("celsius") || words.has("c")) return { degrees, scale: "celsius" };
  const isWithin = ([least, most]: readonly [number, number]): boolean => degrees >= least && degrees <= most;
  if (isWithin(RANGES.fahrenheit)) return { degrees, scale: "fahrenheit" };
  return { degrees, scale: isWithin(RANGES.celsius) ? "celsius" : null };
}
