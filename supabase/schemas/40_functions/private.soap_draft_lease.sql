create function private.soap_draft_lease() returns interval
language sql
immutable
security invoker
set search_path = ''
as $$
  select interval '15 seconds'
$$;

comment on function private.soap_draft_lease() is
  'How long a worker holds a draft without a sign of life; it renews the lease every five seconds, so that a dead worker is replaced within fifteen.';
