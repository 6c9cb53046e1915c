create function public.sign_soap_note(p_soap_note_id uuid, p_content_sha256 text default null) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('sign_soap_note', 'U', 'note', p_soap_note_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.sign_soap_note(p_soap_note_id, p_content_sha256));
end;
$$;

comment on function public.sign_soap_note(uuid, text) is
  'Signs a note as its provider; p_content_sha256 is the hash of what was seen. Answers {soapNoteId, status, signedAt, contentSha256, revision, changesSinceSnapshot, transcriptSinceDraft}, again when repeated; changesSinceSnapshot tells what became known of the patient since the snapshot the note was written on, null when nothing did; transcriptSinceDraft {draftedChunks, arrivedChunks} tells how much was said that no draft has seen, null when nothing was. Refuses: FORBIDDEN, NOT_FOUND, NOTE_RETRACTED, INVALID_REQUEST (a measured_at lies ahead), REVISION_CONFLICT, REVIEW_INCOMPLETE (review_soap_draft says what is open).';

grant execute on function public.sign_soap_note(uuid, text) to authenticated;
