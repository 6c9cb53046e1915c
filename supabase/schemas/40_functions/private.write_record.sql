create function private.write_record(p_patient_id uuid, p_last_note_id uuid) returns void
language plpgsql
volatile
security invoker
set search_path = ''
-- One plan for all notes: planning anew costs more than a note's rows do.
set plan_cache_mode = force_generic_plan
-- The cost of a plan for arrays of unknown length is a guess, and compiling it takes longer than running it.
set jit = off
as $$
declare
  v_allergies integer;
begin
  update private.record_states set is_being_written = true where patient_id = p_patient_id;
  -- Lists as SQL arrays, and everything where it is assigned: the whole is built in a single pass and copied nowhere,
  -- see docs/adr/0011.
  update public.patient_profiles as profile
  set
    cumulative_medical_record = jsonb_build_object(
      'conditions', array(
        select entry.item from private.record_entries as entry
        where entry.patient_id = p_patient_id and entry.section = 'conditions' order by entry.place
      ),
      'medications', array(
        select entry.item from private.record_entries as entry
        where entry.patient_id = p_patient_id and entry.section = 'medications' order by entry.place
      ),
      'allergies', array(
        select entry.item from private.record_entries as entry
        where entry.patient_id = p_patient_id and entry.section = 'allergies' order by entry.place
      ),
      'surgical_history', array(
        select entry.item from private.record_entries as entry
        where entry.patient_id = p_patient_id and entry.section = 'surgical_history' order by entry.place
      ),
      'family_history', array(
        select entry.item from private.record_entries as entry
        where entry.patient_id = p_patient_id and entry.section = 'family_history' order by entry.place
      ),
      'conflicts', array(
        select entry.item from private.record_entries as entry
        where entry.patient_id = p_patient_id and entry.section = 'conflicts' order by entry.place
      ),
      'social_history', (
        select coalesce(jsonb_object_agg(entry.key, entry.item), '{}') from private.record_entries as entry
        where entry.patient_id = p_patient_id and entry.section = 'social_history'
      ),
      'vital_trends', (
        select coalesce(jsonb_object_agg(entry.key, entry.item), '{}') from private.record_entries as entry
        where entry.patient_id = p_patient_id and entry.section = 'vital_trends'
      ),
      'review_of_systems_trends', (
        select coalesce(jsonb_object_agg(entry.key, entry.item), '{}') from private.record_entries as entry
        where entry.patient_id = p_patient_id and entry.section = 'review_of_systems_trends'
      ),
      'physical_exam_findings', (
        select coalesce(jsonb_object_agg(entry.key, entry.item), '{}') from private.record_entries as entry
        where entry.patient_id = p_patient_id and entry.section = 'physical_exam_findings'
      ),
      'list_states', (
        select coalesce(jsonb_object_agg(entry.key, entry.item), '{}') from private.record_entries as entry
        where entry.patient_id = p_patient_id and entry.section = 'list_states'
      ),
      'metadata', metadata.item || jsonb_build_object('record_version', state.record_version)
    ),
    medical_record_last_updated_at = now(),
    medical_record_last_soap_note_id = p_last_note_id,
    updated_at = now()
  from private.record_states as state
  join private.record_entries as metadata on metadata.patient_id = state.patient_id and metadata.section = 'metadata'
  where profile.user_id = p_patient_id and state.patient_id = p_patient_id
  returning jsonb_array_length(profile.cumulative_medical_record -> 'allergies') into v_allergies;
  update private.record_states set is_being_written = false, allergies = v_allergies where patient_id = p_patient_id;
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
  'Writes the record as it was folded, put together from its entries as private.fold_notes makes it, into the patient''s profile, and its conflicts into their ledger: the only writer of cumulative_medical_record. The patient''s row is locked.';
