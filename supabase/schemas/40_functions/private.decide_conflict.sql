create function private.decide_conflict(
  p_conflict public.record_conflicts, p_decision text, p_value jsonb, p_reason text, p_decided_by uuid, p_supersedes uuid
) returns public.record_decisions
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_decision public.record_decisions;
begin
  insert into public.record_decisions (
    patient_id, conflict_id, decision, value, patch, reason, decided_by, decided_at, supersedes
  )
  values (
    p_conflict.patient_id, p_conflict.id, p_decision, p_value,
    private.conflict_patch(p_conflict.kind, p_conflict.sides, p_decision, p_value),
    p_reason, p_decided_by, clock_timestamp(), p_supersedes
  )
  returning * into v_decision;
  perform private.refold_record(p_conflict.patient_id, 'decision', p_decision_id => v_decision.id);
  return v_decision;
end;
$$;

comment on function private.decide_conflict(public.record_conflicts, text, jsonb, text, uuid, uuid) is
  'Writes a decision on a conflict and the record it makes; the patient''s row is locked.';
