import type postgres from "postgres";

/**
 * Times a statement in a transaction that is rolled back, so that what it works on stays as large as it was.
 *
 * @param sql - Logs in as the owner of the schema.
 * @param prepare - Runs first, untimed, in the same transaction.
 * @param measured - What is timed.
 * @returns Milliseconds.
 */
export async function measureMs<Prepared>(
  sql: postgres.Sql,
  prepare: (transaction: postgres.TransactionSql) => Promise<Prepared>,
  measured: (transaction: postgres.TransactionSql, prepared: Prepared) => Promise<unknown>,
): Promise<number> {
  const rollback = new Error("rolled back on purpose");
  let elapsedMs = 0;
  await sql
    .begin(async (transaction) => {
      const prepared = await prepare(transaction);
      const startedAt = performance.now();
      await measured(transaction, prepared);
      elapsedMs = performance.now() - startedAt;
      throw rollback;
    })
    .catch((error: unknown) => {
      if (error !== rollback) throw error;
    });
  return elapsedMs;
}
