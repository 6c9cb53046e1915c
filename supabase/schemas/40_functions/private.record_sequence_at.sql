create function private.record_sequence_at(p_patient_id uuid, p_at timestamptz) returns integer
language sql
stable
security invoker
set search_path = ''
as $$
  select coalesce(max(sequence), 0) from private.record_events where patient_id = p_patient_id and recorded_at <= p_at
$$;

comment on function private.record_sequence_at(uuid, timestamptz) is
  'The version of a patient''s record that stood at a moment; 0 before the first.';
