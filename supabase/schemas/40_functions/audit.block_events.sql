create function audit.block_events(p_block audit.blocks) returns setof audit.events
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
  select *
  from audit.events
  where cluster_id = p_block.cluster_id
    and transaction_id >= p_block.from_transaction_id and transaction_id < p_block.to_transaction_id
    and occurred_at >= p_block.month::timestamp at time zone 'UTC'
    and occurred_at < (p_block.month + interval '1 month') at time zone 'UTC'
  order by transaction_id, id;
end;
$$;

comment on function audit.block_events(audit.blocks) is 'The rows a block covers as they stand now, in the order of its leaves.';
