-- Definer: clients reach neither the limits nor the audit.
create function private.open_access(
  p_rpc text, p_action text, p_object_kind text, p_object_id uuid, p_idempotency_key text default null
) returns private.access
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_access private.access;
  v_wait_seconds integer;
begin
  v_access.rpc := p_rpc;
  v_access.action := p_action;
  v_access.object_kind := p_object_kind;
  v_access.object_id := p_object_id;
  v_access.idempotency_key := p_idempotency_key;
  v_access.actor_uid := left(nullif(private.token_claims() ->> 'sub', ''), 128);

  v_wait_seconds := private.rate_limit_wait(v_access.actor_uid, p_rpc);
  if v_wait_seconds is not null then
    v_access.refusal := private.close_access(
      v_access, private.refuse_until('RATE_LIMITED', 'Cannot serve request: too many requests', v_wait_seconds)
    );
  end if;
  return v_access;
end;
$$;

comment on function private.open_access(text, text, text, uuid, text) is
  'The first thing every RPC does: takes the call from the caller''s limit. Where refusal is set, the call is over limit, on record already, and that is its answer.';

grant execute on function private.open_access(text, text, text, uuid, text) to authenticated, service_role;
