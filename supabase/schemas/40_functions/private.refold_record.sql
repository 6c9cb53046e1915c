create function private.refold_record(p_patient_id uuid, p_kind text, p_soap_note_id uuid default null, p_decision_id uuid default null)
returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_record jsonb := private.fold_record(p_patient_id);
begin
  perform private.record_event(p_patient_id, p_kind, v_record #>> '{metadata,record_version}', p_soap_note_id, p_decision_id);
  update public.patient_profiles
  set
    cumulative_medical_record = v_record,
    medical_record_last_updated_at = now(),
    medical_record_last_soap_note_id = (
      select merges.soap_note_id
      from public.soap_note_merges as merges
      join public.soap_notes as note on note.id = merges.soap_note_id
      where merges.patient_id = p_patient_id and note.status = 'signed'
      order by merges.merged_at desc, note.encounter_at desc, note.id desc
      limit 1
    )
  where user_id = p_patient_id;
  perform private.record_conflicts_found(p_patient_id, v_record -> 'conflicts');
  return v_record;
end;
$$;

comment on function private.refold_record(uuid, text, uuid, uuid) is
  'Writes the record anew after something else than a merge changed what it is made from: a retraction, a decision, new rules. The patient''s row is locked and every signed note merged.';
