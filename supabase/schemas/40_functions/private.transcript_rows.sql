create function private.transcript_rows(
  p_encounter_id uuid, p_caller_role text, p_caller_id uuid, p_chunks jsonb
) returns setof public.call_transcript_chunks
language sql
stable
security invoker
set search_path = ''
as $$
  with sent as (
    select distinct
      (chunk ->> 'sequence')::numeric::integer as number,
      coalesce(attendee.speaker_role, p_caller_role) as speaker_role,
      chunk ->> 'text' as text,
      attendee.attendee_id,
      (chunk ->> 'started_at')::timestamptz as started_at
    from jsonb_array_elements(p_chunks) as chunk
    left join public.video_call_attendees as attendee
      on attendee.encounter_id = p_encounter_id and attendee.attendee_id = chunk ->> 'attendee_id'
  ),
  -- Of a number that is sent for several utterances at once, each but the first needs another.
  told_apart as (
    select sent.*,
      coalesce(started_at, min(started_at) over same_number) as moment,
      coalesce(attendee_id, min(attendee_id) over same_number) as attendee
    from sent
    window same_number as (partition by number)
  ),
  utterances as (
    select told_apart.*, dense_rank() over (partition by number order by moment, attendee) as nth, row_number() over () as id
    from told_apart
  ),
  -- What the number stands for: this phone's words of that moment and attendee, or the same words from another phone.
  known as (
    select distinct on (utterances.id) utterances.id, stored.sequence
    from utterances
    -- Two searches, each by an index: what an encounter has stored may be much.
    cross join lateral (
      select unmoved.* from public.call_transcript_chunks as unmoved
      where unmoved.encounter_id = p_encounter_id and unmoved.sequence = number and unmoved.source_sequence is null
      union all
      select moved.* from public.call_transcript_chunks as moved
      where moved.encounter_id = p_encounter_id and moved.stored_by = p_caller_id and moved.source_sequence = number
    ) as stored
    cross join lateral (
      select (stored.text, stored.speaker_role) = (utterances.text, utterances.speaker_role) as is_equal
    ) as words
    where coalesce(stored.started_at = utterances.started_at, true)
      and coalesce(stored.attendee_id = utterances.attendee_id, true)
      and (stored.stored_by = p_caller_id or words.is_equal)
    order by utterances.id, words.is_equal desc, stored.sequence desc
  ),
  placed as (
    select utterances.*, known.sequence as known_at,
      known.sequence is null and (nth > 1 or taken.sequence is not null) as must_move
    from utterances
    left join known using (id)
    left join public.call_transcript_chunks as taken
      on taken.encounter_id = p_encounter_id and taken.sequence = number
  ),
  last_taken as (
    select greatest(
      (select max(sequence) from public.call_transcript_chunks where encounter_id = p_encounter_id),
      (select max(number) from sent)
    ) as sequence
  )
  select
    p_encounter_id,
    case
      when must_move then last_taken.sequence + dense_rank() over (partition by must_move order by nth, number)::integer
      else coalesce(known_at, number)
    end,
    speaker_role,
    text,
    attendee_id,
    started_at,
    p_caller_id,
    now(),
    case when must_move or known_at <> number then number end
  from placed, last_taken
$$;

comment on function private.transcript_rows(uuid, text, uuid, jsonb) is 'The rows that well-formed chunks become, each once. The role is the attendee''s, else the caller''s. Each phone numbers its own words, and begins anew when it rejoins: a number that stands for other words already, another phone''s or this one''s of another moment or attendee, is replaced by the next free one, and found again by source_sequence.';
