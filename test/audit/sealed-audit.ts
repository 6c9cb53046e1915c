import type postgres from "postgres";

/** Transactions that were put on record, and so blocks, since each is sealed for itself. */
export const BLOCKS = 8;

/**
 * Puts calls on record over three months, some transactions with one row, some with many, and seals after each.
 *
 * @param sql - the owner of an audit with nothing in it
 * @returns the head of the chain, as it would be exported
 */
export async function sealedAudit(sql: postgres.Sql): Promise<{ number: number; sha256: string }> {
  await sql`select audit.make_partition(date_trunc('month', now() at time zone 'UTC')::date)`;
  for (let block = 1; block <= BLOCKS; block++) {
    const rows = 1 + ((block * 7) % 11);
    const monthsAgo = block < BLOCKS / 2 ? 2 : block < BLOCKS - 1 ? 1 : 0;
    await putOnRecord(sql, rows, monthsAgo);
    await sealAll(sql);
  }
  return head(sql);
}

/**
 * Puts calls on record that never were, in one transaction.
 *
 * @param sql - the owner of the audit
 * @param rows - how many
 * @param monthsAgo - how long ago they are to have been
 */
export async function putOnRecord(sql: postgres.Sql, rows: number, monthsAgo = 0): Promise<void> {
  await sql`
    insert into audit.events
      (cluster_id, transaction_id, occurred_at, actor_uid, actor_id, actor_role, action, rpc, patient_id, object_kind,
       outcome, replayed, purpose, source)
    select system_identifier, pg_current_xact_id()::text::bigint,
      now() - ${monthsAgo} * interval '1 month' - number * interval '1 second', 'somebody-' || number, gen_random_uuid(),
      'provider', 'R', 'get_patient_history', gen_random_uuid(), 'patient', 'OK', false, 'TREAT', 'data-api'
    from generate_series(1, ${rows}::int) as number, pg_control_system()`;
}

/**
 * Seals until nothing is left to seal, and not before all can be sealed at once: what others have running on the same
 * server holds the sealing up, and would decide where blocks end.
 *
 * @param sql - the owner of the audit
 */
export async function sealAll(sql: postgres.Sql): Promise<void> {
  for (let isHeldUp = true; isHeldUp; ) {
    const [row] = await sql<{ held: boolean | null }[]>`
      select max(transaction_id) >= pg_snapshot_xmin(pg_current_snapshot())::text::bigint as held from audit.events`;
    isHeldUp = row?.held ?? false;
  }
  for (let unsealed = 1; unsealed > 0; ) {
    await sql`select audit.seal()`;
    const [row] = await sql<{ unsealed: number }[]>`
      select count(*)::int as unsealed from audit.events
      where transaction_id >= coalesce((select max(to_transaction_id) from audit.blocks), 0)`;
    unsealed = row?.unsealed ?? 0;
  }
}

/** The last block of the chain, as it would be exported. */
export async function head(sql: postgres.Sql): Promise<{ number: number; sha256: string }> {
  const [row] = await sql<{ number: number; sha256: string }[]>`
    select number::int, encode(sha256, 'hex') as sha256 from audit.blocks order by number desc limit 1`;
  if (row === undefined) throw new Error("Cannot read the head: nothing is sealed");
  return row;
}
