create function private.record_rules_version() returns text
language sql
immutable
security invoker
set search_path = ''
as $$
  select '2'
$$;

comment on function private.record_rules_version() is
  'Raised by the migration that changes a rule of the fold or a row of record_synonyms: records folded before it are folded anew by their next merge.';
