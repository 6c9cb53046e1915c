create function private.soap_draft_step(p_phase text) returns integer
language sql
immutable
security invoker
set search_path = ''
as $$
  select array_position(array['context', 'transcript', 'generate', 'ground', 'check', 'store'], p_phase)
$$;

comment on function private.soap_draft_step(text) is 'The place of a phase in the order of the work on a draft; null for an unknown one.';
