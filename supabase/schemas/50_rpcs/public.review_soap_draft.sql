create function public.review_soap_draft(p_encounter_id uuid, p_expected_revision integer, p_decisions jsonb) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('review_soap_draft', 'C', 'encounter', p_encounter_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.review_soap_draft(p_encounter_id, p_expected_revision, p_decisions));
end;
$$;

comment on function public.review_soap_draft(uuid, integer, jsonb) is
  'Records what the encounter''s provider decided about items of the open note: [{section, id, decision: accept, modify or reject, text?}], of its revision as shown. Answers {soapNoteId, revision, contentSha256, open: [{section, id, content}], transcriptSinceDraft as sign_soap_note}: open is what is left to decide before it can be signed; no decisions at all just asks. Changes nothing in the note: save_soap_note does. Refuses: FORBIDDEN, SESSION_NOT_FOUND, NOT_FOUND, DRAFT_LOCKED, REVISION_CONFLICT, INVALID_REQUEST, MISSING_PARAMS (a safety alert is rejected with a reason).';

grant execute on function public.review_soap_draft(uuid, integer, jsonb) to authenticated;
