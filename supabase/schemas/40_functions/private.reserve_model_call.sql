-- Definer: the worker's key reaches no table.
create function private.reserve_model_call(p_draft_id uuid, p_lease_id uuid, p_prompt_sha256 text, p_tokens integer) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot call model: ';
  c_max_attempts constant integer := 3;
  v_code text := private.worker_refusal();
  v_draft public.soap_drafts;
  v_facility_name text;
  v_reason text;
begin
  if v_code is not null then
    return private.refuse(v_code, c_action || private.error_state(v_code));
  end if;
  if (p_prompt_sha256 ~ '^[0-9a-f]{64}$' and p_tokens between 1 and 10000000) is not true then
    return private.refuse('INVALID_REQUEST', c_action || 'the call is malformed');
  end if;

  v_draft := private.leased_soap_draft(p_draft_id, p_lease_id);
  if v_draft.id is null then
    return jsonb_build_object('attempt', null, 'reason', 'lease_lost');
  end if;
  -- Answered and paid for: the worker that asked is gone, its answer is not.
  if v_draft.model_answer is not null then
    return jsonb_build_object('attempt', null, 'reason', 'answered', 'answer', v_draft.model_answer);
  end if;
  v_facility_name := private.draft_facility_name(v_draft);

  -- Reservations take turns, so that no two of them both find the last place of a budget or both probe a model.
  perform pg_advisory_xact_lock(hashtextextended('private.model_calls', 0));
  v_reason := case
    when v_draft.attempts >= c_max_attempts then 'attempts'
    when private.model_circuit(v_draft.model) = 'open' then 'circuit_open'
    when private.model_budget_is_used_up(v_draft.created_by, v_facility_name, p_tokens) then 'budget'
  end;
  if v_reason = 'budget' and v_draft.attempts = 0 then
    perform private.fail_soap_draft(v_draft.id, 'budget');
    return private.refuse('LLM_BUDGET_EXHAUSTED', c_action || 'budget is used up');
  end if;
  if v_reason is not null then
    return jsonb_build_object('attempt', null, 'reason', v_reason);
  end if;

  -- A call whose worker is gone was perhaps answered and billed: it keeps its reservation, and another one is made.
  update private.model_calls set state = 'abandoned' where draft_id = v_draft.id and state = 'reserved';
  update public.soap_drafts set attempts = attempts + 1, phase = 'generate' where id = v_draft.id returning * into v_draft;
  insert into private.model_calls
    (draft_id, attempt, provider_id, facility_name, model, prompt_version, prompt_sha256, reserved_tokens, lease_id)
  values (
    v_draft.id, v_draft.attempts, v_draft.created_by, v_facility_name, v_draft.model, v_draft.prompt_version,
    p_prompt_sha256, p_tokens, p_lease_id
  );
  return jsonb_build_object('attempt', v_draft.attempts, 'reason', null);
end;
$$;

comment on function private.reserve_model_call(uuid, uuid, text, integer) is 'Body of public.reserve_model_call.';

grant execute on function private.reserve_model_call(uuid, uuid, text, integer) to service_role;
