create function public.append_transcript_chunks(p_encounter_id uuid, p_chunks jsonb) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('append_transcript_chunks', 'C', 'encounter', p_encounter_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.append_transcript_chunks(p_encounter_id, p_chunks));
end;
$$;

comment on function public.append_transcript_chunks(uuid, jsonb) is
  'Stores what was said, for the participants of the encounter: p_chunks [{sequence, text, attendee_id?, speaker?, started_at?}], all or nothing; answers {stored, replayed}. The speaker is who calls, or for the provider whoever video_call_attendees says. Refuses: INVALID_REQUEST, FORBIDDEN, SESSION_NOT_FOUND, DRAFT_LOCKED, REVISION_CONFLICT.';

grant execute on function public.append_transcript_chunks(uuid, jsonb) to authenticated;
