import postgres from "postgres";

/** What the sweeping needs. */
export interface SweepOptions {
  /** Logs in as the owner of the migrations. */
  readonly dbUrl: string;
  /** The pause between two rounds, in milliseconds. */
  readonly everyMs: number;
  /** Hears of a sweep that tidied something up or failed. */
  readonly onLine: (line: string) => void;
}

/** Sweeps that are running. */
export interface RunningSweeps {
  readonly stop: () => Promise<void>;
}

/**
 * Does what `pg_cron` does on the platform: calls the sweeps of the schema `private` again and again, so that a merge
 * nobody called for, or a draft whose worker died, is seen to although nobody asks for it; and seals the audit.
 *
 * @param options - where, and how often
 * @returns what stops the sweeping; a sweep that is running is waited for
 */
export function startSweeps({ dbUrl, everyMs, onLine }: SweepOptions): RunningSweeps {
  const sql = postgres(dbUrl, { max: 1, onnotice: () => {} });
  let sweeping: Promise<void> = Promise.resolve();
  const sweep = async () => {
    const sweeps = await sql<{ name: string }[]>`
      select proname as name from pg_proc
      where pronamespace = to_regnamespace('private') and starts_with(proname, 'sweep_') and pronargs = pronargdefaults
      order by proname`;
    for (const { name } of sweeps) {
      const [swept] = await sql<{ count: number }[]>`select private.${sql(name)}()::integer as count`;
      if (swept !== undefined && swept.count > 0) onLine(`${name}: ${swept.count}`);
    }
    // Seals what has settled since the last round, as it always has: nothing to tell.
    const [audit] = await sql<{ found: boolean }[]>`select to_regprocedure('audit.seal()') is not null as found`;
    if (audit?.found === true) await sql`select audit.seal()`;
  };
  const timer = setInterval(() => {
    // A sweep that fails is made good by the next one.
    sweeping = sweeping.then(sweep).catch((error: unknown) => onLine(`sweep failed: ${error}`));
  }, everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await sweeping;
      await sql.end();
    },
  };
}
