create function private.record_at(p_patient_id uuid, p_sequence integer) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_record jsonb;
begin
  -- The version that stands is stored.
  select profile.cumulative_medical_record into v_record
  from public.patient_profiles as profile
  join private.record_events as event on event.patient_id = profile.user_id and event.sequence = p_sequence
  where profile.user_id = p_patient_id
    and event.record_version = profile.cumulative_medical_record #>> '{metadata,record_version}';
  if found then
    return v_record;
  end if;
  return private.fold_notes(
    private.record_notes_at(p_patient_id, p_sequence), private.record_decision_map(p_patient_id, p_sequence)
  );
end;
$$;

comment on function private.record_at(uuid, integer) is
  'A version of a patient''s record, folded again from what it was made of, by the rules of today; 0 is the empty record.';
