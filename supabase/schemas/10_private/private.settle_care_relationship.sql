create function private.settle_care_relationship(p_provider_id uuid, p_patient_id uuid) returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_ended_at timestamptz;
  v_state text;
begin
  insert into private.care_relationships (provider_id, patient_id, state)
  values (p_provider_id, p_patient_id, 'cancelled')
  on conflict do nothing;
  -- Locked before the bookings are counted, so that two changes at once take turns and the later one sees both.
  select ended_at into v_ended_at
  from private.care_relationships
  where provider_id = p_provider_id and patient_id = p_patient_id
  for no key update;

  v_state := case
    when exists (
      select from public.appointments
      where provider_id = p_provider_id and patient_id = p_patient_id and status <> 'cancelled'
        and created_at > coalesce(v_ended_at, '-infinity')
    ) then 'live'
    when v_ended_at is not null then 'ended'
    else 'cancelled'
  end;
  update private.care_relationships
  set state = v_state, ended_at = case v_state when 'ended' then v_ended_at end, updated_at = now()
  where provider_id = p_provider_id and patient_id = p_patient_id and state <> v_state;
end;
$$;

comment on function private.settle_care_relationship(uuid, uuid) is
  'Brings one care relationship in line with its bookings: live while one stands that was made after the clinic last ended it.';
