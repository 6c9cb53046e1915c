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
    coalesce(
      attendee.speaker_role,
      -- In a call whose attendees are known, nobody else becomes one by a label.
      case when chunk ->> 'attendee_id' is null or not call.has_attendees then private.speaker_of_label(chunk ->> 'speaker') end,
      'unknown'
    ),
    chunk ->> 'text',
    attendee.attendee_id,
    (chunk ->> 'started_at')::timestamptz,
    p_provider_id
  from jsonb_array_elements(p_chunks) as chunk
  cross join (
    select exists (select from public.video_call_attendees where encounter_id = p_encounter_id) as has_attendees
  ) as call
  left join lateral (
    select known.attendee_id, known.speaker_role
    from public.video_call_attendees as known
    where known.encounter_id = p_encounter_id and known.attendee_id in (chunk ->> 'attendee_id', chunk ->> 'speaker')
    order by known.attendee_id = chunk ->> 'attendee_id' desc nulls last
    limit 1
  ) as attendee on true
$$;

comment on function private.store_handed_in_transcript(uuid, uuid, jsonb) is
  'Stores a transcript the provider handed in whole. The speaker is the role of the attendee, who is named by id or by a label that is an attendee''s id; else the label the provider vouches for; else unknown; never a guess from the text.';
