create function private.has_transcript_room(
  p_encounter_id uuid, p_person_id uuid, p_rows public.call_transcript_chunks[]
) returns boolean
language sql
stable
security invoker
set search_path = ''
as $$
  select count(*) filter (where is_new) = 0
    or count(*) <= 10000 and sum(octet_length(text)) <= 2000000
  from (
    select text, false as is_new
    from public.call_transcript_chunks
    where encounter_id = p_encounter_id and stored_by = p_person_id
    union all
    select text, true
    from unnest(p_rows) as chunk
    where not exists (
      select from public.call_transcript_chunks as stored
      where stored.encounter_id = p_encounter_id and stored.sequence = chunk.sequence
    )
  ) as words
$$;

comment on function private.has_transcript_room(uuid, uuid, public.call_transcript_chunks[]) is
  'Whether these rows still fit into what one person may store of an encounter: 10000 chunks and 2 MB of words, more than anybody says in a day, and no more than a draft can be made of. Each has a room of their own, so that nobody takes the other''s. What is stored already always fits.';
