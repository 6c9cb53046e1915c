create function private.is_note_text(p_value jsonb) returns boolean
language sql
immutable
security invoker
set search_path = ''
as $$
  select coalesce(
    jsonb_typeof(p_value) = 'string' and private.shows_text(p_value #>> '{}') and length(p_value #>> '{}') <= 4000,
    false
  )
$$;

comment on function private.is_note_text(jsonb) is 'Whether a value is what a note may say: a string of at most 4000 characters that show something.';
