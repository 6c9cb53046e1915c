create function private.is_notes_cursor(p_cursor text) returns boolean
language sql
stable
security invoker
set search_path = ''
as $$
  select p_cursor is null
    or (
      private.is_rfc3339(split_part(p_cursor, '_', 1))
      and pg_input_is_valid(split_part(p_cursor, '_', 2), 'uuid')
      and split_part(p_cursor, '_', 3) = ''
    )
$$;

comment on function private.is_notes_cursor(text) is 'Whether a text is a cursor of private.history_past_notes: encounter time, underscore, note id. None at all is one too.';
