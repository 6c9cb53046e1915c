create function private.has_visible_text(p_text text) returns boolean
language sql
immutable
security invoker
set search_path = ''
as $$
  select coalesce(p_text ~ '[0-9A-Za-z]' or private.visible_characters(p_text) ~ '[[:alnum:]]', false)
$$;

comment on function private.has_visible_text(text) is 'Whether a text has a letter or a digit, of any script: a reason that only shows a mark, or nothing, is none.';
