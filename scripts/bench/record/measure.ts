import type postgres from "postgres";

/** What is timed, and what is done before, in the same transaction and untimed. */
export interface Measurement<Prepared> {
  readonly prepare: (transaction: postgres.TransactionSql) => Promise<Prepared>;
  readonly measured: (transaction: postgres.TransactionSql, prepared: Prepared) => Promise<unknown>;
  /** Whether the time ends where a commit's would: deferred checks made, and everything written on the disk. */
  readonly untilDurable?: boolean;
}

// A commit is durable when the log up to it is on the disk; a message that asks for it brings everything before it there.
const AS_DURABLE_AS_A_COMMIT = `
  set constraints all immediate;
  select pg_catalog.pg_logical_emit_message(false, 'bench', '', flush => true)`;

/**
 * Times a statement in a transaction that is rolled back, so that what it works on stays as large as it was.
 *
 * @param sql - Logs in as the owner of the schema.
 * @param measurement - What is timed, and how far.
 * @returns Milliseconds.
 */
export async function measureMs<Prepared>(
  sql: postgres.Sql,
  { prepare, measured, untilDurable = false }: Measurement<Prepared>,
): Promise<number> {
  const rollback = new Error("rolled back on purpose");
  let elapsedMs = 0;
  await sql
    .begin(async (transaction) => {
      const prepared = await prepare(transaction);
      if (untilDurable) await transaction.unsafe(AS_DURABLE_AS_A_COMMIT);
      const startedAt = performance.now();
      await measured(transaction, prepared);
      if (untilDurable) await transaction.unsafe(AS_DURABLE_AS_A_COMMIT);
      elapsedMs = performance.now() - startedAt;
      throw rollback;
    })
    .catch((error: unknown) => {
      if (error !== rollback) throw error;
    });
  return elapsedMs;
}
