create function private.note_from_draft(p_draft public.soap_drafts, p_encounter public.video_call_sessions) returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_note public.soap_notes;
begin
  select * into v_note
  from public.soap_notes
  where encounter_id = p_encounter.id and status = 'draft'
  for update;

  -- A later draft is worth more than this one.
  if exists (
    select from public.soap_drafts
    where encounter_id = p_encounter.id and revision > p_draft.revision and state = 'draft_ready'
  ) then
    return;
  end if;

  -- A clinician's edit stays as it is; a danger found since then joins it all the same.
  if v_note.edited_by_clinician then
    perform private.join_draft_alerts(v_note.id, p_draft.draft -> 'safetyAlerts');
    update public.soap_notes set content_sha256 = private.soap_note_sha256(id) where id = v_note.id;
    return;
  end if;

  if v_note.id is null then
    v_note := private.open_soap_note(p_encounter, false);
  else
    update public.soap_notes set revision = revision + 1 where id = v_note.id;
    -- What the new draft does not raise again it has looked for; what was dismissed stays dismissed.
    delete from public.soap_safety_alerts where soap_note_id = v_note.id and status = 'open';
  end if;
  perform private.join_draft_alerts(v_note.id, p_draft.draft -> 'safetyAlerts');
  perform private.write_soap_note(v_note.id, p_draft.draft);
  update public.soap_notes set draft_id = p_draft.id where id = v_note.id;
end;
$$;

comment on function private.note_from_draft(public.soap_drafts, public.video_call_sessions) is
  'Makes a finished draft the encounter''s open note, unless a later draft was finished. A note a clinician edited gains its new safety alerts and nothing else.';
