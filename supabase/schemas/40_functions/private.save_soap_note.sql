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
