create function private.draft_disclaimer() returns text
language sql
immutable
security invoker
set search_path = ''
as $$
  select 'Drafted by software from the words of the encounter and from the record. It may be wrong or incomplete, and counts for nothing until a clinician has reviewed and signed it.'
$$;

comment on function private.draft_disclaimer() is 'What stands on every draft and on its stored copy, whatever the draft says itself.';
