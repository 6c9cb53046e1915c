-- Definer: a policy that read public.appointments under RLS would need itself.
create function private.patients_in_care() returns setof uuid
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_caller private.caller := private.current_caller();
begin
  if v_caller.may_practise then
    return query
      select distinct appointments.patient_id
      from public.appointments
      where appointments.provider_id = v_caller.user_id and appointments.status <> 'cancelled';
  end if;
end;
$$;

comment on function private.patients_in_care() is
  'Patients the caller has a live care relationship with: a booking that was not cancelled. A set, so that a policy computes it once per statement.';

grant execute on function private.patients_in_care() to authenticated;
