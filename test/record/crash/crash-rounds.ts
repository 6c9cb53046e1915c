/**
 * How many crashes a test makes: as many as `RECORD_CRASH_ROUNDS` says, as a proof does.
 *
 * @param usual - the number that fits into `test`
 */
export function crashRounds(usual: number): number {
  return Number(process.env["RECORD_CRASH_ROUNDS"] ?? usual);
}
