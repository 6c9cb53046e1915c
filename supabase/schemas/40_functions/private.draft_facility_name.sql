create function private.draft_facility_name(p_draft public.soap_drafts) returns text
language sql
stable
security invoker
set search_path = ''
as $$
  select coalesce(appointment.facility_name, provider.facility_name, '')
  from public.video_call_sessions as encounter
  join public.appointments as appointment on appointment.id = encounter.appointment_id
  join public.medical_provider_profiles as provider on provider.user_id = encounter.provider_id
  where encounter.id = p_draft.encounter_id
$$;

comment on function private.draft_facility_name(public.soap_drafts) is 'The facility of a draft''s encounter: the appointment''s, else its provider''s; empty where nobody said.';
