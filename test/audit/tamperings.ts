import type postgres from "postgres";

/** What a superuser may try, beyond every trigger and privilege: SQL in which `:a` and `:b` are two random numbers. */
export const TAMPERINGS: Readonly<Record<string, string>> = {
  "edits a row": `
    update audit.events set
      actor_uid = case when :b % 6 = 0 then actor_uid || 'x' else actor_uid end,
      actor_id = case when :b % 6 = 1 then gen_random_uuid() else actor_id end,
      patient_id = case when :b % 6 = 2 then gen_random_uuid() else patient_id end,
      outcome = case when :b % 6 = 3 then 'FORBIDDEN' else outcome end,
      purpose = case when :b % 6 = 4 then null else purpose end,
      occurred_at = case when :b % 6 = 5 then occurred_at + interval '1 microsecond' else occurred_at end
    where id = (select id from audit.events order by id offset :a % :events limit 1)`,
  "deletes a row":
    "delete from audit.events where id = (select id from audit.events order by id offset :a % :events limit 1)",
  "deletes many rows":
    "delete from audit.events where id % (2 + :a % 5) = 0 or id = (select min(id) from audit.events)",
  "deletes all rows": "delete from audit.events",
  "adds a row among the sealed": `
    insert into audit.events overriding system value
    select (jsonb_populate_record(event, jsonb_build_object('id', 100000 + :b % 1000, 'patient_id', gen_random_uuid()))).*
    from audit.events as event where id = (select id from audit.events order by id offset :a % :events limit 1)`,
  "adds a row of another month among the sealed": `
    insert into audit.events overriding system value
    select (jsonb_populate_record(event, jsonb_build_object('id', 100000, 'occurred_at', occurred_at - interval '7 months'))).*
    from audit.events as event where id = (select id from audit.events order by id offset :a % :events limit 1)`,
  "exchanges what two rows say": `
    update audit.events as event set actor_uid = other.actor_uid, patient_id = other.patient_id
    from (select *, row_number() over (order by id) - 1 as place from audit.events) as self
    join (select *, row_number() over (order by id) - 1 as place from audit.events) as other
      on self.place in (:a % :events, (:a + 1) % :events) and other.place in (:a % :events, (:a + 1) % :events) and self.id <> other.id
    where event.id = self.id`,
  "moves a row to another transaction": `
    update audit.events set transaction_id = transaction_id - 1 - :b % 3
    where id = (select id from audit.events order by id offset :a % :events limit 1)`,
  "cuts the tail, rows and blocks": `
    delete from audit.events where transaction_id >= (select from_transaction_id from audit.blocks where number = 1 + :a % :blocks);
    delete from audit.blocks where number >= 1 + :a % :blocks`,
  "cuts blocks off, to seal other rows in their place": "delete from audit.blocks where number >= 1 + :a % :blocks",
  "takes a block out": "delete from audit.blocks where number = 1 + :a % :blocks",
  "deletes everything": "delete from audit.events; delete from audit.blocks",
  "edits a block": `
    update audit.blocks set
      sealed_at = case when :b % 4 = 0 then sealed_at + interval '1 second' else sealed_at end,
      to_transaction_id = case when :b % 4 = 1 then to_transaction_id + 1 else to_transaction_id end,
      sha256 = case when :b % 4 = 2 then sha256('x') else sha256 end,
      leaves = case when :b % 4 = 3 then set_byte(leaves, 0, 255 - get_byte(leaves, 0)) else leaves end
    where number = 1 + :a % :blocks`,
  "edits a row and its leaf": `
    update audit.events set patient_id = gen_random_uuid()
    where id = (select id from audit.events order by id offset :a % :events limit 1);
    update audit.blocks as block set leaves = (
      select string_agg(audit.event_digest(event), '' order by transaction_id, id) from audit.block_events(block) as event
    )`,
  "edits a row and writes the whole chain anew": `
    update audit.events set patient_id = gen_random_uuid()
    where id = (select id from audit.events order by id offset :a % :events limit 1);
    select pg_temp.write_chain_anew()`,
  "deletes the first rows and writes the whole chain anew": `
    delete from audit.events where transaction_id < (select to_transaction_id from audit.blocks where number = 1);
    delete from audit.blocks where number = 1;
    update audit.blocks set number = number + 1000000;
    update audit.blocks set number = number - 1000001;
    select pg_temp.write_chain_anew()`,
  "says that a month was retired": `
    delete from audit.events
    where date_trunc('month', occurred_at, 'UTC') = (select date_trunc('month', occurred_at, 'UTC') from audit.events order by id offset :a % :events limit 1);
    insert into audit.retirements (month, event_count, archive_sha256)
    select distinct month, 1, repeat('0', 64) from audit.blocks
    where not exists (select from audit.events where (date_trunc('month', occurred_at, 'UTC') at time zone 'UTC')::date = month)`,
  "drops a partition": "select pg_temp.drop_partition()",
};

/** What was found wrong. */
export type Fault = { readonly fault: string; readonly block: number | null; readonly row: number | null };

/**
 * Tampers with a sealed audit as a superuser, verifies it, and undoes it all.
 *
 * @param superuser - one connection
 * @param tampering - a key of {@link TAMPERINGS}
 * @param numbers - which row, which column
 * @param heads - heads that were exported
 * @returns the fault that was found, or undefined
 */
export async function faultAfter(
  superuser: postgres.Sql,
  tampering: string,
  numbers: { readonly a: number; readonly b: number; readonly events: number; readonly blocks: number },
  heads: readonly object[],
): Promise<Fault | undefined> {
  const statements = (TAMPERINGS[tampering] ?? "").replaceAll(/:(a|b|events|blocks)\b/g, (_, name) =>
    String(name === "a" ? numbers.a : name === "b" ? numbers.b : name === "events" ? numbers.events : numbers.blocks),
  );
  try {
    await superuser.unsafe(`begin; set local session_replication_role = replica; ${statements}`).simple();
    const [found] = await superuser<Fault[]>`
      select fault, block_number::int as block, event_id::int as row
      from audit.audit_verify(${JSON.stringify(heads)}::text::jsonb)`;
    return found;
  } finally {
    await superuser`rollback`;
  }
}

/**
 * Makes what some of the tamperings call, for as long as the connection lasts.
 *
 * @param superuser - one connection
 */
export async function prepareTampering(superuser: postgres.Sql): Promise<void> {
  await superuser
    .unsafe(`
  create or replace function pg_temp.write_chain_anew() returns void language plpgsql as $$
  declare v_block audit.blocks; v_previous bytea := sha256('');
  begin
    for v_block in select * from audit.blocks order by number loop
      select string_agg(audit.event_digest(event), '' order by transaction_id, id), count(*)
      into v_block.leaves, v_block.event_count from audit.block_events(v_block) as event;
      v_block.previous_sha256 := v_previous;
      v_block.sha256 := audit.block_digest(v_block);
      update audit.blocks set (leaves, event_count, previous_sha256, sha256)
        = (v_block.leaves, v_block.event_count, v_block.previous_sha256, v_block.sha256) where number = v_block.number;
      v_previous := v_block.sha256;
    end loop;
  end; $$;
  create or replace function pg_temp.drop_partition() returns void language plpgsql as $$
  begin
    execute (select 'drop table ' || tableoid::regclass from audit.events limit 1);
  end; $$`)
    .simple();
}
