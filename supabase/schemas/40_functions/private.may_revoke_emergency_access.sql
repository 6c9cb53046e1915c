create function private.may_revoke_emergency_access(p_caller private.caller, p_access public.emergency_accesses) returns boolean
language sql
stable
security invoker
set search_path = ''
as $$
  select p_caller.user_id in (p_access.patient_id, p_access.provider_id)
    or p_access.facility_name = private.administered_facility()
    or p_access.patient_id in (select private.people_of_administered_facility())
$$;

comment on function private.may_revoke_emergency_access(private.caller, public.emergency_accesses) is
  'Whether the caller sees this emergency access: whoever sees it may end it. Null where there is none.';
