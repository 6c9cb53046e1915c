-- Definer: clients do not reach private.care_relationships.
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
      select relationships.patient_id
      from private.care_relationships as relationships
      where relationships.provider_id = v_caller.user_id and relationships.state = 'live';
  end if;
end;
$$;

comment on function private.patients_in_care() is
  'Patients the caller has a live care relationship with. A set, so that a policy computes it once per statement.';

grant execute on function private.patients_in_care() to authenticated;
