create function private.snapshot_content(p_encounter public.video_call_sessions, p_record jsonb) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
      'patient_demographics', private.snapshot_demographics(p_encounter.patient_id),
      'appointment_context', private.snapshot_appointment(p_encounter.appointment_id),
      'recent_labs_vitals', private.snapshot_labs_vitals(p_encounter.patient_id, p_record),
      'recent_notes_summary', private.snapshot_notes_summary(p_encounter.patient_id)
    )
    || private.snapshot_lists(p_record)
$$;

comment on function private.snapshot_content(public.video_call_sessions, jsonb) is
  'What a context snapshot of the encounter holds at this moment, from the record and the people and booking of the encounter.';
