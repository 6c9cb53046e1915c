-- Definer: the worker's key reaches no table.
create function private.complete_soap_draft(p_draft_id uuid, p_note jsonb, p_lease_id uuid) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot complete SOAP draft: ';
  v_encounter public.video_call_sessions;
  v_draft public.soap_drafts;
  v_code text := private.worker_refusal();
begin
  if v_code is not null then
    return private.refuse(v_code, c_action || private.error_state(v_code));
  end if;
  select * into v_draft from public.soap_drafts where id = p_draft_id;
  v_encounter := private.lock_encounter(private.acting_for(v_draft.created_by), v_draft.encounter_id);
  v_code := private.halt_soap_draft(v_draft, v_encounter);
  if v_code is not null then
    return private.refuse(v_code, c_action || private.error_state(v_code));
  end if;

  select * into v_draft from public.soap_drafts where id = p_draft_id for update;
  if v_draft.state = 'failed' then
    return private.refuse('REVISION_CONFLICT', c_action || 'draft was given up');
  end if;

  if v_draft.state = 'drafting' and v_draft.deadline_at <= now() then
    perform private.fail_soap_draft(v_draft.id, 'deadline');
    return private.refuse('REVISION_CONFLICT', c_action || 'draft was given up');
  end if;

  -- Who lost the lease lost the draft: whoever took over writes it.
  if v_draft.state = 'drafting' and v_draft.lease_id = p_lease_id then
    update public.soap_drafts
    set
      state = 'draft_ready',
      draft = private.with_note_identity(
        private.parse_soap_note(p_note), private.draft_identity(v_draft, v_encounter.appointment_id)
      ),
      completed_at = now(),
      phase = 'store',
      lease_id = null,
      lease_until = null
    where id = v_draft.id
    returning * into v_draft;
    perform private.note_from_draft(v_draft, v_encounter);
    perform private.advance_encounter(v_encounter.id, 'soap_ready', 'draft_ready');
  end if;

  v_draft.lease_id := null;
  return private.soap_draft_answer(v_draft, v_encounter);
end;
$$;

comment on function private.complete_soap_draft(uuid, jsonb, uuid) is 'Body of public.complete_soap_draft.';

grant execute on function private.complete_soap_draft(uuid, jsonb, uuid) to service_role;
