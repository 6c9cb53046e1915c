create function audit.audit_verify(p_heads jsonb default '[]')
returns table (fault text, block_number bigint, event_id bigint)
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_block audit.blocks;
  v_previous audit.blocks;
begin
  -- One block at a time, of a thousand rows or so: memory does not grow with the audit.
  for v_block in select * from audit.blocks order by number loop
    block_number := v_block.number;
    select found.fault, found.event_id into fault, event_id from audit.block_fault(v_block, v_previous) as found;
    if fault is not null then
      return next;
      return;
    end if;
    v_previous := v_block;
  end loop;

  select head.number, case when block.number is null then 'the chain was cut before an exported head' else 'the chain was rewritten: it is not what was exported' end
  into block_number, fault
  from jsonb_to_recordset(p_heads) as head (number bigint, sha256 text)
  left join audit.blocks as block on block.number = head.number
  where encode(block.sha256, 'hex') is distinct from head.sha256
  order by head.number
  limit 1;
  if found then
    return next;
    return;
  end if;

  -- Every block has its rows; whether there are others among them, their number says.
  if (
    select count(*)
    from audit.events as event
    join (select cluster_id, max(to_transaction_id) as sealed from audit.blocks group by cluster_id) as chain
      on chain.cluster_id = event.cluster_id and event.transaction_id < chain.sealed
  ) = (
    select coalesce(sum(event_count), 0)
    from audit.blocks as block
    where not exists (select from audit.retirements where retirements.month = block.month)
  ) then
    return;
  end if;
  select event.id into event_id
  from audit.events as event
  join (select cluster_id, max(to_transaction_id) as sealed from audit.blocks group by cluster_id) as chain
    on chain.cluster_id = event.cluster_id and event.transaction_id < chain.sealed
  where not exists (
    select from audit.blocks as block
    where block.cluster_id = event.cluster_id
      and event.transaction_id >= block.from_transaction_id and event.transaction_id < block.to_transaction_id
      and block.month = (date_trunc('month', event.occurred_at, 'UTC') at time zone 'UTC')::date
      and not exists (select from audit.retirements where retirements.month = block.month)
  )
  limit 1;
  block_number := null;
  fault := 'a row was added where everything is sealed';
  return next;
end;
$$;

comment on function audit.audit_verify(jsonb) is
  'Verifies the whole audit and answers its first fault, or nothing: fault, the block it lies in, the row where it can be told. p_heads: heads exported earlier, [{number, sha256}], sha256 in hexadecimal; without them a chain that was rewritten or cut as a whole looks sound.';
