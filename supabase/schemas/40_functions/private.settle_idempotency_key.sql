create function private.settle_idempotency_key(p_user_id uuid, p_operation text, p_key text, p_result_id uuid) returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  update private.idempotency_keys
  set result_id = p_result_id
  where user_id = p_user_id and operation = p_operation and key = p_key
$$;

comment on function private.settle_idempotency_key(uuid, text, text, uuid) is 'Keeps with a claimed key what its request made.';
