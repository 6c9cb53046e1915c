create function public.settle_model_call(p_draft_id uuid, p_lease_id uuid, p_attempt integer, p_outcome jsonb) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('settle_model_call', 'U', 'draft', p_draft_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.settle_model_call(p_draft_id, p_lease_id, p_attempt, p_outcome));
end;
$$;

comment on function public.settle_model_call(uuid, uuid, integer, jsonb) is
  'Says how a call ended that was reserved on this lease: {fault?, input_tokens?, cached_input_tokens?, output_tokens?, latency_ms?}, as soon as it did and before its answer is used: {settled}. For the draft worker alone. Refuses: ROLE_CLAIM_MISSING (a persons token of whatever role), INVALID_REQUEST.';

grant execute on function public.settle_model_call(uuid, uuid, integer, jsonb) to service_role;
