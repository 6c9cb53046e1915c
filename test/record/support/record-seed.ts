/**
 * The seed of this run's random histories: another one each time, or `RECORD_SEED` to see the same ones again.
 *
 * @param what - printed with the seed, so that a log says what was tried
 */
export function recordSeed(what: string): number {
  const given = process.env["RECORD_SEED"];
  const seed = given === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(given);
  console.info(`${what}: RECORD_SEED=${seed}`);
  return seed;
}
