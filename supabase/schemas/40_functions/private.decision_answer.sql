create function private.decision_answer(p_decision public.record_decisions) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_event private.record_events;
  v_after jsonb;
begin
  select * into v_event from private.record_events where decision_id = p_decision.id;
  v_after := private.record_at(v_event.patient_id, v_event.sequence);

  return jsonb_build_object(
    'decisionId', p_decision.id,
    'conflictId', p_decision.conflict_id,
    'patientId', p_decision.patient_id,
    'decision', p_decision.decision,
    'value', p_decision.value,
    'reason', p_decision.reason,
    'decidedBy', p_decision.decided_by,
    'decidedAt', private.utc_text(p_decision.decided_at),
    'recordVersion', v_after #> '{metadata,record_version}',
    'changes', private.record_difference(private.record_at(v_event.patient_id, v_event.sequence - 1), v_after)
  );
end;
$$;

comment on function private.decision_answer(public.record_decisions) is
  'What a decision answers, the first time and every other: {decisionId, conflictId, patientId, decision, value, reason, decidedBy, decidedAt, recordVersion, changes}; changes as private.record_difference().';
