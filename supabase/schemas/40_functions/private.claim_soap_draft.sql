-- Definer: the worker's key reaches no table.
create function private.claim_soap_draft(p_draft_id uuid) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot follow SOAP draft: ';
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

  select * into v_draft from public.soap_drafts where id = p_draft_id;
  if v_draft.state = 'drafting' and v_draft.deadline_at <= now() then
    perform private.fail_soap_draft(v_draft.id, 'deadline');
    select * into v_draft from public.soap_drafts where id = p_draft_id;
  end if;
  return private.soap_draft_answer(private.lease_soap_draft(v_draft), v_encounter);
end;
$$;

comment on function private.claim_soap_draft(uuid) is 'Body of public.claim_soap_draft.';

grant execute on function private.claim_soap_draft(uuid) to service_role;
