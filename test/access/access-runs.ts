/** How many times the suite's number of attempts a proof makes: `ACCESS_RUNS`, 1 where it is not set. */
export const ACCESS_RUNS = Number(process.env["ACCESS_RUNS"] ?? 1);
