create function private.record_lists() returns text[]
language sql
immutable
security invoker
set search_path = ''
as $$
  select array['conditions', 'medications', 'allergies', 'surgical_history', 'family_history', 'social_history']
$$;

comment on function private.record_lists() is 'The sections a note can say a list is empty or complete of.';
