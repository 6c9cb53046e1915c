create function audit.append_blocks(p_cluster_id bigint, p_from bigint, p_to bigint) returns integer
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_last audit.blocks;
  v_block audit.blocks;
  v_month date;
  v_events integer := 0;
begin
  select * into v_last from audit.blocks order by number desc limit 1;
  for v_month in
    select distinct date_trunc('month', occurred_at, 'UTC') at time zone 'UTC'
    from audit.events
    where cluster_id = p_cluster_id and transaction_id >= p_from and transaction_id < p_to
    order by 1
  loop
    v_block.number := coalesce(v_last.number, 0) + 1;
    v_block.cluster_id := p_cluster_id;
    v_block.from_transaction_id := p_from;
    v_block.to_transaction_id := p_to;
    v_block.month := v_month;
    v_block.sealed_at := clock_timestamp();
    v_block.previous_sha256 := coalesce(v_last.sha256, sha256(''));
    select count(*), string_agg(audit.event_digest(event), '' order by transaction_id, id)
    into v_block.event_count, v_block.leaves
    from audit.block_events(v_block) as event;
    v_block.sha256 := audit.block_digest(v_block);
    insert into audit.blocks select v_block.*;
    v_events := v_events + v_block.event_count;
    v_last := v_block;
  end loop;
  return v_events;
end;
$$;

comment on function audit.append_blocks(bigint, bigint, bigint) is
  'Appends to the chain the rows of these settled transactions, a block for each month they lie in; returns how many rows. For audit.seal, behind its lock.';
