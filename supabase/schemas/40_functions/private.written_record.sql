create function private.written_record(p_patient_id uuid) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- Lists as SQL arrays and everything in one call: the whole is built in a single pass, see docs/adr/0011.
  return (
    select jsonb_build_object(
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
      'metadata', entry.item || jsonb_build_object('record_version', state.record_version)
    )
    from private.record_states as state
    join private.record_entries as entry on entry.patient_id = state.patient_id and entry.section = 'metadata'
    where state.patient_id = p_patient_id
  );
end;
$$;

comment on function private.written_record(uuid) is 'A patient''s record put together from its entries, as private.fold_notes makes it.';
