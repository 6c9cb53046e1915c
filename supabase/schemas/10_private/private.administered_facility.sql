-- Definer: a policy that read public.administrator_profiles under RLS would need itself.
create function private.administered_facility() returns text
language sql
stable
security definer
set search_path = ''
as $$
  select facility_name
  from public.administrator_profiles
  where user_id = private.current_user_id() and approved_at is not null and suspended_at is null
$$;

comment on function private.administered_facility() is
  'The facility the caller administers; null for everybody else, and while not approved or suspended.';

grant execute on function private.administered_facility() to authenticated;
