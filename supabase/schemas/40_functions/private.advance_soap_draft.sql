-- Definer: clients have no UPDATE on drafts.
create function private.advance_soap_draft(p_draft_id uuid, p_lease_id uuid, p_phase text) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot advance SOAP draft: ';
  v_caller private.caller := private.current_caller();
  v_held boolean;
begin
  if v_caller.refusal is not null then
    return private.refuse(v_caller.refusal, c_action || private.error_state(v_caller.refusal));
  end if;
  if private.soap_draft_step(p_phase) is null then
    return private.refuse('INVALID_REQUEST', c_action || 'phase is unknown');
  end if;

  -- The lease is the right to work on this draft.
  update public.soap_drafts
  set
    lease_until = now() + private.soap_draft_lease(),
    phase = case when private.soap_draft_step(p_phase) > private.soap_draft_step(phase) then p_phase else phase end
  where id = p_draft_id and lease_id = p_lease_id and created_by = v_caller.user_id
    and state = 'drafting' and deadline_at > now();
  v_held := found;
  return jsonb_build_object('held', v_held);
end;
$$;

comment on function private.advance_soap_draft(uuid, uuid, text) is 'Body of public.advance_soap_draft.';

grant execute on function private.advance_soap_draft(uuid, uuid, text) to authenticated;
