create function audit.block_fault(
  p_block audit.blocks, p_previous audit.blocks, out fault text, out event_id bigint
)
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_leaves bytea;
begin
  fault := case
    when p_block.number <> coalesce(p_previous.number, 0) + 1 then 'a block is missing before it'
    when p_block.previous_sha256 <> coalesce(p_previous.sha256, sha256('')) then 'it does not follow from the block before it'
    when p_block.sha256 <> audit.block_digest(p_block) then 'the block was changed'
  end;
  if fault is not null then
    return;
  end if;
  if exists (select from audit.retirements where month = p_block.month) then
    if p_block.month + audit.retention() > now() then
      fault := 'its month is said to be retired before its time';
    end if;
    return;
  end if;
  select string_agg(audit.event_digest(event), '' order by transaction_id, id) into v_leaves
  from audit.block_events(p_block) as event;
  if v_leaves is not distinct from p_block.leaves then
    return;
  end if;
  fault := 'rows were changed, added, removed or exchanged';
  select found.id into event_id
  from (
    select event.id, audit.event_digest(event) as leaf, row_number() over (order by transaction_id, event.id) as place
    from audit.block_events(p_block) as event
  ) as found
  where leaf <> substr(p_block.leaves, (32 * (place - 1) + 1)::integer, 32)
  order by place
  limit 1;
end;
$$;

comment on function audit.block_fault(audit.blocks, audit.blocks) is
  'What is wrong with a block that is to follow another, and the first row that is not the one sealed there; null where nothing is. event_id is null too where rows are missing at the end of the block.';
