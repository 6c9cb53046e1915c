create function private.history_patient_data(p_patient_id uuid, p_appointment_id uuid, p_record jsonb) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
      'userId', users.id,
      'firstName', users.first_name,
      'lastName', users.last_name,
      'fullName', private.full_name(users),
      'email', users.email,
      'phone', users.phone,
      'dateOfBirth', to_char(users.date_of_birth, 'YYYY-MM-DD'),
      'age', private.age_in_years(users.date_of_birth),
      'gender', users.gender,
      'bloodType', profile.blood_type
    )
    || jsonb_strip_nulls(jsonb_build_object(
      'profileImageUrl', users.profile_image_url,
      'emergencyContact', profile.emergency_contact_name,
      'emergencyPhone', profile.emergency_contact_phone,
      'appointmentDate', private.utc_text(appointment.scheduled_start),
      'chiefComplaint', appointment.chief_complaint
    ))
    || case when p_record -> 'vital_trends' = '{}' then '{}' else jsonb_build_object('recentVitals', private.history_vitals(p_record)) end
    || private.history_lists(p_record)
  from public.users
  join public.patient_profiles as profile on profile.user_id = users.id
  left join public.appointments as appointment on appointment.id = p_appointment_id
  where users.id = p_patient_id
$$;

comment on function private.history_patient_data(uuid, uuid, jsonb) is 'patientData of a history: the person, and the record in the words the app shows.';
