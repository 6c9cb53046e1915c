create function private.write_record(p_patient_id uuid, p_last_note_id uuid) returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_unwritten text[];
  v_version text;
  v_record jsonb;
begin
  update private.record_states set is_being_written = true
  where patient_id = p_patient_id
  returning unwritten_sections, record_version into v_unwritten, v_version;
  select private.record_with_sections(p_patient_id, cumulative_medical_record, v_unwritten, v_version)
  into v_record
  from public.patient_profiles
  where user_id = p_patient_id;

  update public.patient_profiles
  set
    cumulative_medical_record = v_record,
    medical_record_last_updated_at = now(),
    medical_record_last_soap_note_id = p_last_note_id
  where user_id = p_patient_id;
  update private.record_states set is_being_written = false, unwritten_sections = '{}' where patient_id = p_patient_id;
  if 'conflicts' = any (v_unwritten) then
    perform private.record_conflicts_found(p_patient_id, v_record -> 'conflicts');
  end if;
end;
$$;

comment on function private.write_record(uuid, uuid) is
  'Writes the record as it was folded into the patient''s profile, and its conflicts into their ledger: the only writer of cumulative_medical_record. The patient''s row is locked.';
