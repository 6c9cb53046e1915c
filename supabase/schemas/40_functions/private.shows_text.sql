create function private.shows_text(p_text text) returns boolean
language sql
immutable
security invoker
set search_path = ''
as $$
  select coalesce(p_text ~ '[0-9A-Za-z]' or private.visible_characters(p_text) <> '', false)
$$;

comment on function private.shows_text(text) is 'Whether a text shows anything, be it a mark: a result may be "+".';
