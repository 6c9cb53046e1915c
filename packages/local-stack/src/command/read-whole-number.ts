import { StackError } from "../state/stack-error.ts";

/**
 * Reads an option's value that has to be a whole number.
 *
 * @param option - its name, such as `--port`
 * @param text - what was given
 * @param range - the least and the greatest number it takes; none by default
 * @throws StackError that says what the option takes
 */
export function readWholeNumber(
  option: string,
  text: string,
  { min = -Infinity, max = Infinity }: { min?: number; max?: number } = {},
): number {
  const number = /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number >= min && number <= max) return number;
  const from = min > -Infinity ? ` from ${min}` : "";
  const to = max < Infinity ? ` to ${max}` : "";
  throw new StackError(
    "read the command line",
    `${option} takes a whole number${from}${to}, not ${text}`,
    "see --help",
  );
}
