create function private.is_repeated_key(p_user_id uuid, p_operation text, p_key text) returns boolean
language sql
volatile
security invoker
set search_path = ''
as $$
  select p_key is not null and exists (
    select from private.idempotency_keys
    where user_id = p_user_id and operation = p_operation and key = p_key and created_at < now()
  )
$$;

comment on function private.is_repeated_key(uuid, text, text) is
  'Whether an idempotency key was there before this transaction, so that the call it came with repeats another.';
