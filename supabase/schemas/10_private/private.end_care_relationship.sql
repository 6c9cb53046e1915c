create function private.end_care_relationship(p_provider_id uuid, p_patient_id uuid) returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  update private.care_relationships
  set state = 'ended', ended_at = now(), updated_at = now()
  where provider_id = p_provider_id and patient_id = p_patient_id and state <> 'ended'
$$;

comment on function private.end_care_relationship(uuid, uuid) is
  'Ends a care relationship at once, as the clinic: the bookings stay as they are, the provider sees the patient no more. For the owner of the schema alone.';
