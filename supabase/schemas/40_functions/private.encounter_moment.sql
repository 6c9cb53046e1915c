create function private.encounter_moment(p_encounter_id uuid) returns timestamptz
language sql
stable
security invoker
set search_path = ''
as $$
  select coalesce(encounter.started_at, appointment.scheduled_start)
  from public.video_call_sessions as encounter
  join public.appointments as appointment on appointment.id = encounter.appointment_id
  where encounter.id = p_encounter_id
$$;

comment on function private.encounter_moment(uuid) is
  'Start of an encounter: of its call, or of its booking when the call was never opened. A signature freezes it as soap_notes.encounter_at, or its own moment where the booking still lies ahead.';
