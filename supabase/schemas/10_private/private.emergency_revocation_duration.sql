create function private.emergency_revocation_duration() returns interval
language sql
immutable
security invoker
set search_path = ''
as $$
  select interval '24 hours'
$$;

comment on function private.emergency_revocation_duration() is
  'How long the no of a patient or an administrator keeps the provider from opening another emergency access to that patient.';
