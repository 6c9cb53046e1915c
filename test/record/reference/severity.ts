// Nobody said how bad ranks below every word.
const SEVERITIES = ["unknown", "mild", "moderate", "severe", "life_threatening"];

/** The lowest severity that claims anything. */
export const LOWEST_CLAIM = SEVERITIES.indexOf("mild");

/** @returns the place of a severity in their order; -1 for none */
export function severityRank(severity: string | null | undefined): number {
  return SEVERITIES.indexOf(severity ?? "");
}
