/** How many crashes a test makes: one in `test`, three in `proof`, or as many as `RECORD_CRASH_ROUNDS` says. */
export function crashRounds(): number {
  return Number(process.env["RECORD_CRASH_ROUNDS"] ?? 1);
}
