create function private.record_canonical(p_kind text, p_text text) returns text
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_key text := private.record_key(p_text);
begin
  return coalesce(
    (select canonical from private.record_synonyms where kind = p_kind and term = v_key),
    v_key
  );
end;
$$;

comment on function private.record_canonical(text, text) is
  'The key a text stands for within a kind of record_synonyms; a word nobody listed stands for itself.';
