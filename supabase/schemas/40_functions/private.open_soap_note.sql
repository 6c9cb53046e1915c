create function private.open_soap_note(p_encounter public.video_call_sessions, p_edited_by_clinician boolean) returns public.soap_notes
language sql
volatile
security invoker
set search_path = ''
as $$
  insert into public.soap_notes (encounter_id, appointment_id, patient_id, provider_id, edited_by_clinician)
  values (p_encounter.id, p_encounter.appointment_id, p_encounter.patient_id, p_encounter.provider_id, p_edited_by_clinician)
  returning *
$$;

comment on function private.open_soap_note(public.video_call_sessions, boolean) is 'Opens the encounter''s note, still empty.';
