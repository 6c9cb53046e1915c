create function private.snapshot_appointment(p_appointment_id uuid) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
      'appointment_id', appointment.id,
      'appointment_number', appointment.appointment_number,
      'appointment_type', appointment.appointment_type,
      'scheduled_start', private.utc_text(appointment.scheduled_start),
      'provider_name', provider.display_name
    )
    || jsonb_strip_nulls(jsonb_build_object(
      'chief_complaint', appointment.chief_complaint,
      'specialty', appointment.specialty,
      'provider_specialty', provider.specialty,
      'facility_name', coalesce(appointment.facility_name, provider.facility_name)
    ))
  from public.appointments as appointment
  join public.medical_provider_profiles as provider on provider.user_id = appointment.provider_id
  where appointment.id = p_appointment_id
$$;

comment on function private.snapshot_appointment(uuid) is 'appointment_context of a snapshot: the booking behind the encounter.';
