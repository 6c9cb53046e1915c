-- Definer: clients have no UPDATE on notes; only their provider signs them, once.
create function private.sign_soap_note(p_soap_note_id uuid, p_content_sha256 text) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot sign SOAP note: ';
  v_caller private.caller := private.current_caller();
  v_note public.soap_notes := private.lock_note(v_caller, p_soap_note_id);
  v_code text := coalesce(
    private.note_refusal(v_caller, v_note),
    case v_note.status when 'retracted' then 'NOTE_RETRACTED' end
  );
begin
  if v_code is not null then
    return private.refuse(v_code, c_action || private.error_state(v_code));
  end if;
  if p_content_sha256 <> private.soap_note_sha256(v_note.id) then
    return private.refuse('REVISION_CONFLICT', c_action || 'note is not what was seen');
  end if;

  if v_note.status = 'draft' and private.has_measurement_to_come(v_note.id) then
    return private.refuse('INVALID_REQUEST', c_action || 'a measured_at is of a time to come, correct it and save the note');
  end if;

  if v_note.status = 'draft' and private.open_review(v_note.id) <> '[]' then
    return private.refuse('REVIEW_INCOMPLETE', c_action || 'review is not complete, review_soap_draft says what is open');
  end if;

  if v_note.status = 'draft' then
    -- What is still pending counts among what the signer did not see.
    perform private.merge_pending_notes(v_note.patient_id);
    v_note := private.attest_note(v_note.id, v_caller.user_id, private.encounter_moment(v_note.encounter_id));
    perform private.advance_encounter(v_note.encounter_id, 'soap_signed', 'signed');
  end if;

  return private.note_answer(v_note) || jsonb_build_object(
    'changesSinceSnapshot', private.changes_since_snapshot(v_note),
    'transcriptSinceDraft', private.transcript_since_draft(v_note)
  );
end;
$$;

comment on function private.sign_soap_note(uuid, text) is 'Body of public.sign_soap_note.';

grant execute on function private.sign_soap_note(uuid, text) to authenticated;
