create function private.is_transcript_text(p_value jsonb) returns boolean
language sql
immutable
security invoker
set search_path = ''
as $$
  select coalesce(
    jsonb_typeof(p_value) = 'string' and private.shows_text(p_value #>> '{}') and length(p_value #>> '{}') <= 100000,
    false
  )
$$;

comment on function private.is_transcript_text(jsonb) is 'Whether a value is the text of a transcript chunk: a string of at most 100000 characters that show something.';
