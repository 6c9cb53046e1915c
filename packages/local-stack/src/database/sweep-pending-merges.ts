import postgres from "postgres";

const SWEEP = "private.sweep_pending_merges(integer, interval)";

/** What the sweeping needs. */
export interface SweepOptions {
  /** Logs in as the owner of the migrations. */
  readonly dbUrl: string;
  /** The pause between two sweeps, in milliseconds; on the platform `pg_cron` sweeps every minute. */
  readonly everyMs: number;
  /** Hears of a sweep that merged something or failed. */
  readonly onLine: (line: string) => void;
}

/**
 * Merges signed notes whose merge call never came, again and again: the local stand-in for the job that `pg_cron` runs.
 *
 * @param options - where, and how often
 * @returns what ends it, after the sweep under way; null where the migrations have nothing to sweep
 */
export async function sweepPendingMerges(options: SweepOptions): Promise<(() => Promise<void>) | null> {
  const sql = postgres(options.dbUrl, { max: 1, idle_timeout: 1, onnotice: () => {} });
  const [found] = await sql`select to_regprocedure(${SWEEP}) is not null as found`;
  if (found?.["found"] !== true) {
    await sql.end();
    return null;
  }

  let underWay = Promise.resolve();
  const sweep = async () => {
    const [swept] = await sql<{ patients: number }[]>`select private.sweep_pending_merges() as patients`;
    if (swept !== undefined && swept.patients > 0)
      options.onLine(`patients whose pending notes were merged: ${swept.patients}`);
  };
  const timer = setInterval(() => {
    underWay = underWay.then(sweep).catch((error: unknown) => options.onLine(`sweep failed: ${error}`));
  }, options.everyMs);

  return async () => {
    clearInterval(timer);
    await underWay;
    await sql.end();
  };
}
