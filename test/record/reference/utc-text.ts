/**
 * @param time - RFC 3339, to the millisecond
 * @returns the same instant in UTC, with a fraction of a second only where there is one
 */
export function utcText(time: string): string {
  return new Date(time).toISOString().replace(/\.?0*Z$/, "Z");
}
