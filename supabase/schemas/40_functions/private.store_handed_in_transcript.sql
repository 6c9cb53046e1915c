create function private.store_handed_in_transcript(p_encounter_id uuid, p_provider_id uuid, p_chunks jsonb) returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  insert into public.call_transcript_chunks
    (encounter_id, sequence, speaker_role, text, attendee_id, started_at, stored_by)
  select
    p_encounter_id,
    (chunk ->> 'sequence')::integer,
    coalesce(attendee.speaker_role, private.speaker_of_label(chunk ->> 'speaker'), 'unknown'),
    chunk ->> 'text',
    attendee.attendee_id,
    (chunk ->> 'started_at')::timestamptz,
    p_provider_id
  from jsonb_array_elements(p_chunks) as chunk
  left join public.video_call_attendees as attendee
    on attendee.encounter_id = p_encounter_id and attendee.attendee_id = chunk ->> 'attendee_id'
$$;

comment on function private.store_handed_in_transcript(uuid, uuid, jsonb) is
  'Stores a transcript the provider handed in whole. The speaker is the attendee''s role, else the label the provider vouches for, else unknown; never a guess from the text.';
