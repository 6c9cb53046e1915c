create function public.advance_soap_draft(p_draft_id uuid, p_lease_id uuid, p_phase text) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.advance_soap_draft(p_draft_id, p_lease_id, p_phase)
$$;

comment on function public.advance_soap_draft(uuid, uuid, text) is
  'A worker''s sign of life: renews its lease and says which phase it is in: {held}. held is false when the draft is no longer its own to finish, or anybody''s. For the draft worker alone. Refuses: ROLE_CLAIM_MISSING (a persons token of whatever role), INVALID_REQUEST.';

grant execute on function public.advance_soap_draft(uuid, uuid, text) to service_role;
