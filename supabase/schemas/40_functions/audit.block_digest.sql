create function audit.block_digest(p_block audit.blocks) returns bytea
language sql
immutable
security invoker
set search_path = ''
as $$
  select sha256(convert_to(jsonb_build_array(
    p_block.number, p_block.cluster_id, p_block.from_transaction_id, p_block.to_transaction_id,
    p_block.month - date '1970-01-01', p_block.event_count, extract(epoch from p_block.sealed_at),
    encode(p_block.previous_sha256, 'hex'), encode(sha256(p_block.leaves), 'hex')
  )::text, 'UTF8'))
$$;

comment on function audit.block_digest(audit.blocks) is
  'SHA-256 of everything in a block but itself: what it covers, its leaves, and the digest of the block before it.';
