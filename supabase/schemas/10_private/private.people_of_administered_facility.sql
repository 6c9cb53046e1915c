-- Definer: policies of the tables it reads call it.
create function private.people_of_administered_facility() returns setof uuid
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_facility_name text := private.administered_facility();
begin
  if v_facility_name is not null then
    return query
      select providers.user_id
      from public.medical_provider_profiles as providers
      where providers.facility_name = v_facility_name
      union
      select unnest(array[appointments.patient_id, appointments.provider_id])
      from public.appointments
      where appointments.facility_name = v_facility_name;
  end if;
end;
$$;

comment on function private.people_of_administered_facility() is
  'Providers of the facility the caller administers, and everybody who ever had a booking there.';

grant execute on function private.people_of_administered_facility() to authenticated;
