create function private.transcript_rows(
  p_encounter_id uuid, p_caller_role text, p_caller_id uuid, p_chunks jsonb
) returns setof public.call_transcript_chunks
language sql
stable
security invoker
set search_path = ''
as $$
  select distinct
    p_encounter_id,
    (chunk ->> 'sequence')::numeric::integer,
    coalesce(attendee.speaker_role, p_caller_role),
    chunk ->> 'text',
    attendee.attendee_id,
    (chunk ->> 'started_at')::timestamptz,
    p_caller_id,
    now()
  from jsonb_array_elements(p_chunks) as chunk
  left join public.video_call_attendees as attendee
    on attendee.encounter_id = p_encounter_id and attendee.attendee_id = chunk ->> 'attendee_id'
$$;

comment on function private.transcript_rows(uuid, text, uuid, jsonb) is 'The rows that well-formed chunks become, each once. The role is the attendee''s, else the caller''s.';
