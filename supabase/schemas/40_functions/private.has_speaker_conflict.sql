create function private.has_speaker_conflict(p_encounter_id uuid, p_caller_role text, p_chunks jsonb) returns boolean
language sql
stable
security invoker
set search_path = ''
as $$
  select exists (
    select
    from jsonb_array_elements(p_chunks) as chunk
    left join public.video_call_attendees as attendee
      on attendee.encounter_id = p_encounter_id and attendee.attendee_id = chunk ->> 'attendee_id'
    where (chunk ->> 'attendee_id' is not null and attendee.attendee_id is null)
      or (p_caller_role = 'patient' and attendee.speaker_role <> 'patient')
      or private.speaker_of_label(chunk ->> 'speaker') <> coalesce(attendee.speaker_role, p_caller_role)
  )
$$;

comment on function private.has_speaker_conflict(uuid, text, jsonb) is
  'Whether a chunk names an attendee the server does not know, speaks for somebody the caller may not speak for, or is labelled as somebody else.';
