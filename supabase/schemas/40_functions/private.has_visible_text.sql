create function private.has_visible_text(p_text text) returns boolean
language sql
immutable
security invoker
set search_path = ''
as $$
  select coalesce(private.visible_characters(p_text) <> '', false)
$$;

comment on function private.has_visible_text(text) is 'Whether a text says anything that can be seen; a reason that shows nothing is none.';
