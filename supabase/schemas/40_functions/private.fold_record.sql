create function private.fold_record(p_patient_id uuid) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select private.fold_notes(private.record_source_notes(p_patient_id), private.record_decision_map(p_patient_id))
$$;

comment on function private.fold_record(uuid) is
  'The cumulative record of a patient, computed from their signed notes, the decisions on its conflicts, and nothing else; writes nothing, reads no clock. See private.fold_notes for the shape.';
