create function private.are_transcript_chunks(p_chunks jsonb) returns boolean
language sql
stable
security invoker
set search_path = ''
as $$
  select case
    when jsonb_typeof(p_chunks) is distinct from 'array' then false
    when jsonb_array_length(p_chunks) not between 1 and 5000 then false
    when (select sum(octet_length(chunk ->> 'text')) from jsonb_array_elements(p_chunks) as chunk) > 2000000 then false
    else not exists (
      select from jsonb_array_elements(p_chunks) as chunk
      where not coalesce(
        jsonb_typeof(chunk) = 'object'
          and private.is_whole_number(chunk -> 'sequence', 1)
          -- Room for the numbers that replace those already used.
          and (chunk ->> 'sequence')::numeric <= 1000000000
          and private.is_transcript_text(chunk -> 'text')
          and coalesce(jsonb_typeof(chunk -> 'attendee_id'), 'null') in ('string', 'null')
          and coalesce(jsonb_typeof(chunk -> 'speaker'), 'null') in ('string', 'null')
          and coalesce(jsonb_typeof(chunk -> 'started_at'), 'null') in ('string', 'null')
          and private.is_rfc3339(coalesce(chunk ->> 'started_at', '2000-01-01T00:00:00Z')),
        false
      )
    )
  end
$$;

comment on function private.are_transcript_chunks(jsonb) is
  'Whether a value is [{sequence, text, attendee_id?, speaker?, started_at?}] of 1 to 5000 chunks and 2 MB of words, as append_transcript_chunks takes it.';
