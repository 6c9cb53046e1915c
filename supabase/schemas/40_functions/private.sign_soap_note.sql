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
  v_encounter public.video_call_sessions;
  v_note public.soap_notes;
  v_code text;
begin
  v_encounter := private.lock_encounter(v_caller, (select encounter_id from public.soap_notes where id = p_soap_note_id));
  select * into v_note from public.soap_notes where id = p_soap_note_id for update;
  v_code := coalesce(
    private.note_refusal(v_caller, v_note),
    case v_note.status when 'retracted' then 'NOTE_RETRACTED' end
  );
  if v_code is not null then
    return private.refuse(v_code, c_action || private.error_state(v_code));
  end if;
  if p_content_sha256 <> private.soap_note_sha256(v_note.id) then
    return private.refuse('REVISION_CONFLICT', c_action || 'note is not what was seen');
  end if;

  if v_note.status = 'draft' and private.open_review(v_note.id) <> '[]' then
    return private.refuse('REVIEW_INCOMPLETE', c_action || 'review is not complete');
  end if;

  if v_note.status = 'draft' then
    update public.soap_notes
    set
      status = 'signed',
      signed_at = now(),
      signed_by = v_caller.user_id,
      encounter_at = coalesce(
        v_encounter.started_at,
        (select scheduled_start from public.appointments where id = v_encounter.appointment_id)
      ),
      content_sha256 = private.soap_note_sha256(id)
    where id = v_note.id
    returning * into v_note;
    perform private.advance_encounter(v_encounter.id, 'soap_signed', 'signed');
  end if;

  return jsonb_build_object(
    'soapNoteId', v_note.id,
    'status', v_note.status,
    'signedAt', private.utc_text(v_note.signed_at),
    'contentSha256', v_note.content_sha256,
    'revision', v_note.revision
  );
end;
$$;

comment on function private.sign_soap_note(uuid, text) is 'Body of public.sign_soap_note.';

grant execute on function private.sign_soap_note(uuid, text) to authenticated;
