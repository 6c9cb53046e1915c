-- Definer: clients have no UPDATE on drafts.
create function private.claim_soap_draft(p_draft_id uuid) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot follow SOAP draft: ';
  v_caller private.caller := private.current_caller();
  v_encounter public.video_call_sessions;
  v_draft public.soap_drafts;
  v_code text;
begin
  v_encounter := private.lock_encounter(v_caller, (select encounter_id from public.soap_drafts where id = p_draft_id));
  v_code := private.provider_refusal(v_caller, v_encounter);
  if v_code is not null then
    v_code := case v_code when 'SESSION_NOT_FOUND' then 'NOT_FOUND' else v_code end;
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

grant execute on function private.claim_soap_draft(uuid) to authenticated;
