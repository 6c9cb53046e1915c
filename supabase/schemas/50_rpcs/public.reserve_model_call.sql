create function public.reserve_model_call(p_draft_id uuid, p_lease_id uuid, p_prompt_sha256 text, p_tokens integer) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('reserve_model_call', 'U', 'draft', p_draft_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(
    v_access,
    private.reserve_model_call(p_draft_id, p_lease_id, p_prompt_sha256, p_tokens)
  );
end;
$$;

comment on function public.reserve_model_call(uuid, uuid, text, integer) is
  'Records a call of a model before it is sent, for whoever holds the draft''s lease, and takes its tokens from the budgets: {attempt, reason}. attempt is null where no call may be made: lease_lost, attempts, circuit_open, budget (of a repeated attempt). For the draft worker alone. Refuses: ROLE_CLAIM_MISSING (a persons token of whatever role), INVALID_REQUEST, LLM_BUDGET_EXHAUSTED (of the first attempt; the draft is given up).';

grant execute on function public.reserve_model_call(uuid, uuid, text, integer) to service_role;
