create function private.acting_for(p_provider_id uuid) returns private.caller
language sql
stable
security invoker
set search_path = ''
as $$
  select (
    users.id,
    false,
    true,
    providers.approved_at is not null and providers.suspended_at is null,
    case when users.disabled_at is not null then 'USER_DISABLED' end
  )::private.caller
  from public.users as users
  join public.medical_provider_profiles as providers on providers.user_id = users.id
  where users.id = p_provider_id
$$;

comment on function private.acting_for(uuid) is
  'The provider a background worker acts for, as they stand now and as private.current_caller() would answer for a token of theirs: the worker has no token of a person, and may no more than they.';
