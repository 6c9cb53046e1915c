-- Definer: see private.close_access.
create function private.close_rejected(p_access private.access, p_sentence text) returns jsonb
language sql
volatile
security definer
set search_path = ''
as $$
  select private.close_access(p_access, private.refuse('INVALID_REQUEST', p_sentence))
$$;

comment on function private.close_rejected(private.access, text) is
  'Closes a call whose body raised INVALID_REQUEST by private.reject: what it did is undone already, and the refusal is returned in its place, so that it stays on record.';

grant execute on function private.close_rejected(private.access, text) to authenticated;
