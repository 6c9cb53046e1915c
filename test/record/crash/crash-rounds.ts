/** How many crashes a test makes: a few in the suite, as many as `RECORD_CRASH_ROUNDS` says in a proof. */
export const CRASH_ROUNDS = Number(process.env["RECORD_CRASH_ROUNDS"] ?? 3);
