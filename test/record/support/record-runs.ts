/**
 * How many cases a property of the record runs: few in `test`, `RECORD_RUNS` times as many in `proof`.
 *
 * @param usual - the number that fits into `test`
 * @param most - more than these prove nothing more
 * @returns the number to run
 */
export function recordRuns(usual: number, most = Number.POSITIVE_INFINITY): number {
  return Math.min(most, Math.ceil(usual * Number(process.env["RECORD_RUNS"] ?? 1)));
}
