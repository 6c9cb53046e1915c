create function private.restore_drafted_note(p_draft public.soap_drafts, p_encounter public.video_call_sessions) returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  if p_draft.state <> 'draft_ready'
    or exists (select from public.soap_notes where encounter_id = p_encounter.id and status = 'draft') then
    return;
  end if;
  perform private.note_from_draft(private.latest_draft(p_encounter.id), p_encounter);
  perform private.advance_encounter(p_encounter.id, 'soap_ready', 'draft_ready');
end;
$$;

comment on function private.restore_drafted_note(public.soap_drafts, public.video_call_sessions) is
  'Makes a finished draft that is answered again the open note where there is none any more, since the note was retracted: with its questions and alerts, to be decided anew.';
