create function private.write_record(p_patient_id uuid, p_last_note_id uuid) returns void
language plpgsql
volatile
security invoker
set search_path = ''
-- One plan for all notes: planning anew costs more than a note's rows do.
set plan_cache_mode = force_generic_plan
as $$
begin
  update private.record_states set is_being_written = true where patient_id = p_patient_id;
  update public.patient_profiles
  set
    cumulative_medical_record = private.written_record(p_patient_id),
    medical_record_last_updated_at = now(),
    medical_record_last_soap_note_id = p_last_note_id
  where user_id = p_patient_id;
  update private.record_states set is_being_written = false where patient_id = p_patient_id;
  perform private.record_conflicts_found(
    p_patient_id,
    to_jsonb(array(
      select entry.item from private.record_entries as entry
      where entry.patient_id = p_patient_id and entry.section = 'conflicts'
    ))
  );
end;
$$;

comment on function private.write_record(uuid, uuid) is
  'Writes the record as it was folded into the patient''s profile, and its conflicts into their ledger: the only writer of cumulative_medical_record. The patient''s row is locked.';
