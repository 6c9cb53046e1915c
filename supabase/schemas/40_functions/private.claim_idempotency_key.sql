create function private.claim_idempotency_key(
  p_user_id uuid, p_operation text, p_key text, p_request jsonb, out refusal text, out result_id uuid
)
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_sha256 text := private.sha256_hex(p_request);
  v_row private.idempotency_keys;
begin
  if p_key is null then
    return;
  end if;
  if p_key !~ '^[\x21-\x7e]{1,255}$' then
    refusal := 'INVALID_REQUEST';
    return;
  end if;

  insert into private.idempotency_keys (user_id, operation, key, request_sha256)
  values (p_user_id, p_operation, p_key, v_sha256)
  on conflict do nothing;

  -- A concurrent first request held us up in the insert until it committed: its result is here.
  select * into v_row
  from private.idempotency_keys
  where user_id = p_user_id and operation = p_operation and key = p_key;
  if v_row.request_sha256 <> v_sha256 then
    refusal := 'IDEMPOTENCY_KEY_REUSED';
  else
    result_id := v_row.result_id;
  end if;
end;
$$;

comment on function private.claim_idempotency_key(uuid, text, text, jsonb) is
  'Remembers a key for this person and operation. result_id is what an earlier identical request made; refusal is IDEMPOTENCY_KEY_REUSED after another request, INVALID_REQUEST for a malformed key. No key claims nothing.';
