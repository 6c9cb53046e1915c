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
  -- The share lock makes an end wait for us or us for it: nothing is written after a relationship ended.
  perform from private.care_relationships
  where provider_id = p_caller.user_id and patient_id = p_patient_id and state = 'live'
  for share;
  return found;
end;
$$;

comment on function private.has_care_relationship(private.caller, uuid) is
  'Whether the caller is a practising provider with a live care relationship to this patient, kept true until the transaction ends.';
