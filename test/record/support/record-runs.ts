/**
 * How many cases a property of the record runs: few in `test`, `RECORD_RUNS` times as many in `proof`.
 *
 * @param usual - the number that fits into `test`
 * @returns the number to run
 */
export function recordRuns(usual: number): number {
  return usual * Number(process.env["RECORD_RUNS"] ?? 1);
}
