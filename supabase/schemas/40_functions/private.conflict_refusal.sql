create function private.conflict_refusal(
  p_caller private.caller, p_conflict public.record_conflicts, p_decision text, p_value jsonb, p_reason text
) returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  return case
    when p_caller.refusal is not null then p_caller.refusal
    when p_caller.may_practise is not true then 'FORBIDDEN'
    -- Searched for in any case, so that what is not there takes as long as what is another's.
    when not private.has_care_relationship(p_caller, coalesce(p_conflict.patient_id, p_caller.user_id)) or p_conflict.id is null then 'NOT_FOUND'
    when p_decision is null or not private.has_visible_text(p_reason) then 'MISSING_PARAMS'
    when p_decision = 'modify' and p_value is null then 'MISSING_PARAMS'
    when p_decision <> 'modify' and p_value is not null then 'INVALID_REQUEST'
    when length(p_reason) > 2000 then 'INVALID_REQUEST'
    when private.conflict_patch(p_conflict.kind, p_conflict.sides, p_decision, p_value) is null then 'INVALID_REQUEST'
  end;
end;
$$;

comment on function private.conflict_refusal(private.caller, public.record_conflicts, text, jsonb, text) is
  'Why the caller may not decide a conflict, or not so; null when they may. Every practising provider with the patient in care may.';
