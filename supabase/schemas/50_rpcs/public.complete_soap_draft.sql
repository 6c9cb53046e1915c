create function public.complete_soap_draft(p_draft_id uuid, p_note jsonb) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.complete_soap_draft(p_draft_id, p_note)
$$;

comment on function public.complete_soap_draft(uuid, jsonb) is
  'Stores a finished draft, and makes it the encounter''s open note unless a clinician edited that one: {draft_id, revision, soap_status, soap_draft, soap_note_id, soap_note}. Refuses: INVALID_REQUEST, FORBIDDEN, NOT_FOUND, DRAFT_LOCKED.';

grant execute on function public.complete_soap_draft(uuid, jsonb) to authenticated;
