-- Definer: clients have no INSERT or UPDATE on notes, and the record has to be written anew.
create function private.amend_soap_note(p_soap_note_id uuid, p_note jsonb, p_reason text) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot amend SOAP note: ';
  v_caller private.caller := private.current_caller();
  v_note public.soap_notes := private.lock_note(v_caller, p_soap_note_id);
  v_code text := coalesce(
    private.life_refusal(v_caller, v_note, p_reason),
    case when p_note is null then 'MISSING_PARAMS' when v_note.status = 'retracted' then 'NOTE_RETRACTED' end
  );
  -- The same words for the same note are the same amendment, however often they arrive.
  v_key text := private.sha256_hex(jsonb_build_array(p_soap_note_id, p_note, p_reason));
  v_claim record;
  v_amendment public.soap_notes;
  v_is_repeat boolean;
begin
  if v_code is not null then
    return private.refuse(v_code, c_action || coalesce(private.error_state(v_code), 'reason is too long'));
  end if;

  v_claim := private.claim_idempotency_key(v_caller.user_id, 'amend_soap_note', v_key, to_jsonb(v_key));
  select * into v_amendment from public.soap_notes where id = v_claim.result_id and status <> 'retracted';
  v_is_repeat := found;
  if not v_is_repeat then
    if v_note.status = 'amended' then
      return private.refuse('REVISION_CONFLICT', c_action || 'note was amended since it was read');
    end if;
    perform private.merge_pending_notes(v_note.patient_id);
    begin
      v_amendment := private.write_amendment(v_note, p_note, p_reason, v_caller.user_id);
    exception
      -- What was written of it is undone here, so that the refusal can be returned and stays on record.
      when sqlstate 'PT409' then
        return private.refuse('REVIEW_INCOMPLETE', sqlerrm);
    end;
    perform private.merge_pending_notes(v_note.patient_id);
    perform private.settle_idempotency_key(v_caller.user_id, 'amend_soap_note', v_key, v_amendment.id);
  end if;

  return private.amendment_answer(v_amendment.id) || jsonb_build_object('replayed', v_is_repeat);
end;
$$;

comment on function private.amend_soap_note(uuid, jsonb, text) is 'Body of public.amend_soap_note.';

grant execute on function private.amend_soap_note(uuid, jsonb, text) to authenticated;
