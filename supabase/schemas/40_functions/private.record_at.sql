create function private.record_at(p_patient_id uuid, p_sequence integer) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select private.fold_notes(
    private.record_notes_at(p_patient_id, p_sequence), private.record_decision_map(p_patient_id, p_sequence)
  )
$$;

comment on function private.record_at(uuid, integer) is
  'A version of a patient''s record, folded again from what it was made of, by the rules of today; 0 is the empty record.';
