create function public.claim_soap_draft(p_draft_id uuid) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('claim_soap_draft', 'R', 'draft', p_draft_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.claim_soap_draft(p_draft_id));
end;
$$;

comment on function public.claim_soap_draft(uuid) is
  'How a draft stands, and the work itself when whoever had it is gone: as begin_soap_draft answers, with lease_id where the caller is to go on, soap_status failed where it was given up. For the draft worker alone, on behalf of the draft''s provider as they stand now. Refuses: ROLE_CLAIM_MISSING (a persons token of whatever role), FORBIDDEN, USER_DISABLED, NOT_FOUND, DRAFT_LOCKED.';

grant execute on function public.claim_soap_draft(uuid) to service_role;
