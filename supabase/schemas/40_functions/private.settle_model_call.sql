-- Definer: the worker's key reaches no table.
create function private.settle_model_call(p_draft_id uuid, p_lease_id uuid, p_attempt integer, p_outcome jsonb) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot settle model call: ';
  v_code text := private.worker_refusal();
  v_settled boolean;
begin
  if v_code is not null then
    return private.refuse(v_code, c_action || private.error_state(v_code));
  end if;
  if not private.is_model_outcome(p_outcome) then
    return private.refuse('INVALID_REQUEST', c_action || 'outcome is malformed');
  end if;

  -- What a call cost is true however late it is told, and whoever has the draft or may have it by then: the lease is the
  -- one it was reserved on. Only the first word counts.
  update private.model_calls
  set
    state = case when p_outcome ->> 'fault' is null then 'answered' else 'failed' end,
    fault = p_outcome ->> 'fault',
    input_tokens = (p_outcome ->> 'input_tokens')::integer,
    cached_input_tokens = (p_outcome ->> 'cached_input_tokens')::integer,
    output_tokens = (p_outcome ->> 'output_tokens')::integer,
    latency_ms = (p_outcome ->> 'latency_ms')::integer,
    settled_at = clock_timestamp()
  where draft_id = p_draft_id and attempt = p_attempt and lease_id = p_lease_id and state in ('reserved', 'abandoned');
  v_settled := found;
  if v_settled and p_outcome ->> 'fault' is null then
    update public.soap_drafts set model_answer = p_outcome ->> 'answer'
    where id = p_draft_id and lease_id = p_lease_id and state = 'drafting';
  end if;
  return jsonb_build_object('settled', v_settled);
end;
$$;

comment on function private.settle_model_call(uuid, uuid, integer, jsonb) is 'Body of public.settle_model_call.';

grant execute on function private.settle_model_call(uuid, uuid, integer, jsonb) to service_role;
