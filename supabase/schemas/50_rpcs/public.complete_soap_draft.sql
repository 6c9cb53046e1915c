create function public.complete_soap_draft(p_draft_id uuid, p_note jsonb, p_lease_id uuid) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('complete_soap_draft', 'U', 'draft', p_draft_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.complete_soap_draft(p_draft_id, p_note, p_lease_id));
end;
$$;

comment on function public.complete_soap_draft(uuid, jsonb, uuid) is
  'Stores the draft of whoever holds its lease, and makes it the encounter''s open note unless a clinician edited that one. Answers how the draft stands then, as claim_soap_draft. For the draft worker alone. Refuses: ROLE_CLAIM_MISSING (a persons token of whatever role), INVALID_REQUEST, FORBIDDEN, USER_DISABLED, NOT_FOUND, DRAFT_LOCKED, REVISION_CONFLICT (given up).';

grant execute on function public.complete_soap_draft(uuid, jsonb, uuid) to service_role;
