create function private.has_care_relationship(p_caller private.caller, p_patient_id uuid) returns boolean
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  if p_caller.may_practise is not true then
    return false;
  end if;
  -- The share lock makes a cancellation wait for us or us for it: nothing is written after a relationship ended.
  perform from public.appointments
  where provider_id = p_caller.user_id and patient_id = p_patient_id and status <> 'cancelled'
  order by id
  for share;
  return found;
end;
$$;

comment on function private.has_care_relationship(private.caller, uuid) is
  'Whether the caller is a practising provider with a booking of this patient that was not cancelled, kept true until the transaction ends.';
