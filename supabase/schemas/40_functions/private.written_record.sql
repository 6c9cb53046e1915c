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
      'conditions', private.written_list(p_patient_id, 'conditions'),
      'medications', private.written_list(p_patient_id, 'medications'),
      'allergies', private.written_list(p_patient_id, 'allergies'),
      'surgical_history', private.written_list(p_patient_id, 'surgical_history'),
      'family_history', private.written_list(p_patient_id, 'family_history'),
      'conflicts', private.written_list(p_patient_id, 'conflicts'),
      'social_history', private.written_object(p_patient_id, 'social_history'),
      'vital_trends', private.written_object(p_patient_id, 'vital_trends'),
      'review_of_systems_trends', private.written_object(p_patient_id, 'review_of_systems_trends'),
      'physical_exam_findings', private.written_object(p_patient_id, 'physical_exam_findings'),
      'list_states', private.written_object(p_patient_id, 'list_states'),
      'metadata', entry.item || jsonb_build_object('record_version', state.record_version)
    )
    from private.record_states as state
    join private.record_entries as entry on entry.patient_id = state.patient_id and entry.section = 'metadata'
    where state.patient_id = p_patient_id
  );
end;
$$;

comment on function private.written_record(uuid) is 'A patient''s record put together from its entries, as private.fold_notes makes it.';
