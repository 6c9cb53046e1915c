import postgres from "postgres";

const EVERY_MS = 5_000;

/** Sweeps that are running. */
export interface RunningSweeps {
  readonly stop: () => Promise<void>;
}

/**
 * Does what `pg_cron` does on the platform: calls the sweeps of the schema `private` every few seconds, so that what a
 * dead worker left behind is tidied up although nobody asks for it.
 *
 * @param dbUrl - logs in as the owner of the functions
 * @returns what stops the sweeping; a sweep that is running is waited for
 */
export function startSweeps(dbUrl: string): RunningSweeps {
  const sql = postgres(dbUrl, { max: 1, onnotice: () => {} });
  let sweeping: Promise<void> = Promise.resolve();
  const sweep = async () => {
    const sweeps = await sql<{ name: string }[]>`
      select proname as name from pg_proc
      where pronamespace = to_regnamespace('private') and starts_with(proname, 'sweep_') and pronargs = pronargdefaults
      order by proname`;
    for (const { name } of sweeps) await sql`select private.${sql(name)}()`;
  };
  const timer = setInterval(() => {
    // A sweep that fails is made good by the next one.
    sweeping = sweeping.then(sweep).catch(() => undefined);
  }, EVERY_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await sweeping;
      await sql.end();
    },
  };
}
