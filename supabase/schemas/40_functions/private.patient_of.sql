create function private.patient_of(p_object_kind text, p_object_id uuid) returns uuid
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  return case p_object_kind
    when 'patient' then p_object_id
    when 'encounter' then (select patient_id from public.video_call_sessions where id = p_object_id)
    when 'note' then (select patient_id from public.soap_notes where id = p_object_id)
    when 'draft' then (
      select encounter.patient_id
      from public.soap_drafts as draft
      join public.video_call_sessions as encounter on encounter.id = draft.encounter_id
      where draft.id = p_object_id
    )
    when 'conflict' then (select patient_id from public.record_conflicts where id = p_object_id)
    when 'emergency_access' then (select patient_id from public.emergency_accesses where id = p_object_id)
  end;
end;
$$;

comment on function private.patient_of(text, uuid) is
  'Whose a thing is, by its kind as in audit.events; null where there is no such thing. A patient id is answered as it is, whether or not there is such a patient.';
