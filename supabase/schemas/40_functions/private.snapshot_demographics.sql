create function private.snapshot_demographics(p_patient_id uuid) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
      'id', users.id,
      'full_name', private.full_name(users),
      'dob', to_char(users.date_of_birth, 'YYYY-MM-DD'),
      'age', private.age_in_years(users.date_of_birth),
      'gender', users.gender,
      'sex_at_birth', users.sex_at_birth,
      'phone', users.phone,
      'email', users.email,
      'created_at', private.utc_text(profile.created_at)
    )
    || jsonb_strip_nulls(jsonb_build_object(
      'patient_number', profile.patient_number,
      'address', profile.address,
      'emergency_contact_name', profile.emergency_contact_name,
      'emergency_contact_phone', profile.emergency_contact_phone,
      'emergency_contact_relationship', profile.emergency_contact_relationship,
      'blood_type', profile.blood_type
    ))
  from public.users
  join public.patient_profiles as profile on profile.user_id = users.id
  where users.id = p_patient_id
$$;

comment on function private.snapshot_demographics(uuid) is 'patient_demographics of a snapshot: who the patient is; what is unknown is null, or left out where the contract says so.';
