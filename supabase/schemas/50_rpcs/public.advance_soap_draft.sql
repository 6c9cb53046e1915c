create function public.advance_soap_draft(p_draft_id uuid, p_lease_id uuid, p_phase text) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('advance_soap_draft', 'U', 'draft', p_draft_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.advance_soap_draft(p_draft_id, p_lease_id, p_phase));
end;
$$;

comment on function public.advance_soap_draft(uuid, uuid, text) is
  'A worker''s sign of life: renews its lease and says which phase it is in: {held}. held is false when the draft is no longer its own to finish, or anybody''s. For the draft worker alone. Refuses: ROLE_CLAIM_MISSING (a persons token of whatever role), INVALID_REQUEST.';

grant execute on function public.advance_soap_draft(uuid, uuid, text) to service_role;
