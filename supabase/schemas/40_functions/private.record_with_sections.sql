create function private.record_with_sections(
  p_patient_id uuid, p_record jsonb, p_sections text[], p_version text
) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- Every section is one argument, so that the whole is built in a single pass over what did not change.
  return jsonb_build_object(
    'conditions', private.written_list(p_patient_id, p_record, 'conditions', p_sections),
    'medications', private.written_list(p_patient_id, p_record, 'medications', p_sections),
    'allergies', private.written_list(p_patient_id, p_record, 'allergies', p_sections),
    'surgical_history', private.written_list(p_patient_id, p_record, 'surgical_history', p_sections),
    'family_history', private.written_list(p_patient_id, p_record, 'family_history', p_sections),
    'conflicts', private.written_list(p_patient_id, p_record, 'conflicts', p_sections),
    'social_history', private.written_object(p_patient_id, p_record, 'social_history', p_sections),
    'vital_trends', private.written_object(p_patient_id, p_record, 'vital_trends', p_sections),
    'review_of_systems_trends', private.written_object(p_patient_id, p_record, 'review_of_systems_trends', p_sections),
    'physical_exam_findings', private.written_object(p_patient_id, p_record, 'physical_exam_findings', p_sections),
    'list_states', private.written_object(p_patient_id, p_record, 'list_states', p_sections),
    'metadata', (
      select entry.item || jsonb_build_object('record_version', p_version)
      from private.record_entries as entry
      where entry.patient_id = p_patient_id and entry.section = 'metadata'
    )
  );
end;
$$;

comment on function private.record_with_sections(uuid, jsonb, text[], text) is
  'A record with some sections as their entries are now, and the rest as it stands; sections it does not have are made.';
