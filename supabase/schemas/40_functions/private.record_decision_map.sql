create function private.record_decision_map(p_patient_id uuid, p_sequence integer default null) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    select coalesce(
      jsonb_object_agg(
        decision.conflict_id,
        jsonb_build_object(
          'patch', decision.patch,
          'mark', jsonb_build_object(
            'conflict_id', decision.conflict_id,
            'kind', conflict.kind,
            'decision', decision.decision,
            'reason', decision.reason,
            'decided_by', decision.decided_by,
            'decided_at', private.utc_text(decision.decided_at)
          )
        )
      ),
      '{}'
    )
    from private.record_decisions_of(p_patient_id, p_sequence) as decision
    join public.record_conflicts as conflict on conflict.id = decision.conflict_id
  );
end;
$$;

comment on function private.record_decision_map(uuid, integer) is
  'The decisions on a patient''s record, or on one of its versions, as the fold takes them: {<conflict id>: {patch, mark}}.';
