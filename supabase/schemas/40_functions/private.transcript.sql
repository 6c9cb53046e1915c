create function private.transcript(p_encounter_id uuid) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  with told as (
    -- Nothing is said after it arrives: a phone whose clock is ahead is put right by the server's.
    select *, case when started_at < created_at then started_at when started_at is not null then created_at end as told_at
    from public.call_transcript_chunks
    where encounter_id = p_encounter_id
  ),
  heard as (
    -- Words without a time stand where their phone put them: after those before them, else before those after them.
    select sequence, speaker_role, text,
      coalesce(
        told_at,
        max(told_at) over (partition by stored_by order by sequence),
        -- Read backwards: a frame whose start moves would be searched anew for every chunk.
        min(told_at) over (partition by stored_by order by sequence desc),
        case when bool_or(told_at is not null) over () then created_at end
      ) as said_at
    from told
  )
  select coalesce(
    jsonb_agg(
      jsonb_build_object('sequence', sequence, 'speaker_role', speaker_role, 'text', text) order by said_at, sequence
    ),
    '[]'
  )
  from heard
$$;

comment on function private.transcript(uuid) is 'What was said in an encounter, in the order of talk: [{sequence, speaker_role, text}]. The order is that of the times the phones give, of arrival for a phone that gives none beside one that does, and of sequence where no phone gives any, or within one moment.';
