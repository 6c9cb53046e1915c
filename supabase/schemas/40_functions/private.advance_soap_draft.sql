-- Definer: the worker's key reaches no table.
create function private.advance_soap_draft(p_draft_id uuid, p_lease_id uuid, p_phase text) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot advance SOAP draft: ';
  v_code text := private.worker_refusal();
  v_draft public.soap_drafts;
begin
  if v_code is not null then
    return private.refuse(v_code, c_action || private.error_state(v_code));
  end if;
  if private.soap_draft_step(p_phase) is null then
    return private.refuse('INVALID_REQUEST', c_action || 'phase is unknown');
  end if;

  v_draft := private.leased_soap_draft(p_draft_id, p_lease_id);
  update public.soap_drafts
  set
    lease_until = now() + private.soap_draft_lease(),
    phase = case when private.soap_draft_step(p_phase) > private.soap_draft_step(phase) then p_phase else phase end
  where id = v_draft.id;
  return jsonb_build_object('held', v_draft.id is not null);
end;
$$;

comment on function private.advance_soap_draft(uuid, uuid, text) is 'Body of public.advance_soap_draft.';

grant execute on function private.advance_soap_draft(uuid, uuid, text) to service_role;
