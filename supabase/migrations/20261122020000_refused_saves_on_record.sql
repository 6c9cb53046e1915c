-- Refused saves are on record: save_soap_note returns its refusals instead of raising them. The body of its answer stays
-- what it was, the note's id as a JSON string, so no client of the Data API sees a difference.
drop function public.save_soap_note(uuid, jsonb, integer);
drop function private.save_soap_note(uuid, jsonb, integer);

-- Definer: clients have no INSERT or UPDATE on notes and their items.
create function private.save_soap_note(p_encounter_id uuid, p_note jsonb, p_expected_revision integer) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot save SOAP note: ';
  v_caller private.caller := private.current_caller();
  v_encounter public.video_call_sessions := private.lock_encounter(v_caller, p_encounter_id);
  v_code text := private.provider_refusal(v_caller, v_encounter);
  v_note public.soap_notes;
  v_identity jsonb;
begin
  v_code := coalesce(v_code, case when private.encounter_is_signed(v_encounter.id) then 'DRAFT_LOCKED' end);
  if v_code is not null then
    return private.refuse(v_code, c_action || private.error_state(v_code));
  end if;

  select * into v_note
  from public.soap_notes
  where encounter_id = v_encounter.id and status = 'draft'
  for update;
  if p_expected_revision <> coalesce(v_note.revision, 0) then
    return private.refuse('REVISION_CONFLICT', c_action || 'note has another revision');
  end if;

  if v_note.id is null then
    v_identity := private.encounter_identity(v_encounter);
    v_note := private.open_soap_note(v_encounter, true);
    -- A draft there is already warns whoever writes without it, too.
    perform private.join_draft_alerts(v_note.id, (private.latest_draft(v_encounter.id)).draft -> 'safetyAlerts');
  else
    -- What the note was drafted from stays with it through every edit.
    v_identity := private.note_identity(v_note.meta);
    update public.soap_notes set revision = revision + 1, edited_by_clinician = true where id = v_note.id;
  end if;
  perform private.write_soap_note(v_note.id, private.with_note_identity(private.parse_soap_note(p_note), v_identity));
  perform private.advance_encounter(v_encounter.id, 'soap_editing', 'editing');
  return to_jsonb(v_note.id);
end;
$$;

comment on function private.save_soap_note(uuid, jsonb, integer) is 'Body of public.save_soap_note.';

grant execute on function private.save_soap_note(uuid, jsonb, integer) to authenticated;

create function public.save_soap_note(
  p_encounter_id uuid,
  p_note jsonb,
  p_expected_revision integer default null
) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('save_soap_note', 'U', 'encounter', p_encounter_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.save_soap_note(p_encounter_id, p_note, p_expected_revision));
exception
  -- Undone, as whoever raised it wants, and on record all the same.
  when sqlstate 'PT400' then
    return private.close_rejected(v_access, sqlerrm);
end;
$$;

comment on function public.save_soap_note(uuid, jsonb, integer) is
  'Creates or replaces the encounter''s open note by a SoapNote its provider edited, and answers its id, a JSON string. Refuses: INVALID_REQUEST, FORBIDDEN, SESSION_NOT_FOUND, DRAFT_LOCKED, REVISION_CONFLICT.';

grant execute on function public.save_soap_note(uuid, jsonb, integer) to authenticated;
