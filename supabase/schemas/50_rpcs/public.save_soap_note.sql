create function public.save_soap_note(
  p_encounter_id uuid,
  p_note jsonb,
  p_expected_revision integer default null
) returns uuid
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.save_soap_note(p_encounter_id, p_note, p_expected_revision)
$$;

comment on function public.save_soap_note(uuid, jsonb, integer) is
  'Creates or replaces the encounter''s open note by a SoapNote its provider edited, and answers its id. Raises: INVALID_REQUEST, FORBIDDEN, SESSION_NOT_FOUND, DRAFT_LOCKED, REVISION_CONFLICT.';

grant execute on function public.save_soap_note(uuid, jsonb, integer) to authenticated;
