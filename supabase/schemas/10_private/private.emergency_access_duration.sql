create function private.emergency_access_duration() returns interval
language sql
immutable
security invoker
set search_path = ''
as $$
  select interval '4 hours'
$$;

comment on function private.emergency_access_duration() is 'How long an emergency access lasts once opened.';
