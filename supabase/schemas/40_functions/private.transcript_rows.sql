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
      (chunk ->> 'sequence')::numeric::integer as sequence,
      coalesce(attendee.speaker_role, p_caller_role) as speaker_role,
      chunk ->> 'text' as text,
      attendee.attendee_id,
      (chunk ->> 'started_at')::timestamptz as started_at
    from jsonb_array_elements(p_chunks) as chunk
    left join public.video_call_attendees as attendee
      on attendee.encounter_id = p_encounter_id and attendee.attendee_id = chunk ->> 'attendee_id'
  ),
  placed as (
    select sent.*, moved.sequence as moved_to,
      moved.sequence is null and other.sequence is not null as must_move
    from sent
    left join public.call_transcript_chunks as moved
      on moved.encounter_id = p_encounter_id and moved.stored_by = p_caller_id and moved.source_sequence = sent.sequence
    left join public.call_transcript_chunks as other
      on other.encounter_id = p_encounter_id and other.sequence = sent.sequence
      and (other.stored_by <> p_caller_id or other.source_sequence is not null)
      and (other.text, other.speaker_role) is distinct from (sent.text, sent.speaker_role)
  ),
  last_taken as (
    select greatest(
      (select max(sequence) from public.call_transcript_chunks where encounter_id = p_encounter_id),
      (select max(sequence) from sent)
    ) as sequence
  )
  select
    p_encounter_id,
    case
      when must_move then last_taken.sequence + dense_rank() over (partition by must_move order by placed.sequence)::integer
      else coalesce(moved_to, placed.sequence)
    end,
    speaker_role,
    text,
    attendee_id,
    started_at,
    p_caller_id,
    now(),
    case when must_move or moved_to is not null then placed.sequence end
  from placed, last_taken
$$;

comment on function private.transcript_rows(uuid, text, uuid, jsonb) is 'The rows that well-formed chunks become, each once. The role is the attendee''s, else the caller''s. Each phone numbers its own words: a number that stands for another phone''s words already is replaced by the next free one, and found again by source_sequence.';
