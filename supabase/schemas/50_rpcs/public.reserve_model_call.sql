create function public.reserve_model_call(p_draft_id uuid, p_lease_id uuid, p_prompt_sha256 text, p_tokens integer) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.reserve_model_call(p_draft_id, p_lease_id, p_prompt_sha256, p_tokens)
$$;

comment on function public.reserve_model_call(uuid, uuid, text, integer) is
  'Records a call of a model before it is sent, for whoever holds the draft''s lease, and takes its tokens from the budgets: {attempt, reason}. attempt is null where no call may be made: lease_lost, attempts, circuit_open, budget (of a repeated attempt). For the draft worker alone. Refuses: ROLE_CLAIM_MISSING (a persons token of whatever role), INVALID_REQUEST, LLM_BUDGET_EXHAUSTED (of the first attempt; the draft is given up).';

grant execute on function public.reserve_model_call(uuid, uuid, text, integer) to service_role;
