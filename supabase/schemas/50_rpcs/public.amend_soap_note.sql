create function public.amend_soap_note(p_soap_note_id uuid, p_note jsonb, p_reason text) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('amend_soap_note', 'U', 'note', p_soap_note_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.amend_soap_note(p_soap_note_id, p_note, p_reason));
exception
  -- Undone, as whoever raised it wants, and on record all the same.
  when sqlstate 'PT400' then
    return private.close_rejected(v_access, sqlerrm);
end;
$$;

comment on function public.amend_soap_note(uuid, jsonb, text) is
  'Signs p_note, a whole SoapNote, in the place of a signed note, as the provider who signed that one; the record is written anew and both notes stay readable; its safety alerts go with it. Answers {soapNoteId, status, signedAt, contentSha256, revision, amendsSoapNoteId, patientId, reason, recordVersion, totalVisits, changes, replayed}; the same call again answers the same with replayed true. Refuses: FORBIDDEN, NOT_FOUND, NOTE_NOT_SIGNED, NOTE_RETRACTED, MISSING_PARAMS, INVALID_REQUEST, REVISION_CONFLICT (another amendment stands: amend that one), REVIEW_INCOMPLETE (p_note adds a question, a critical alert or an item that was rejected: leave it out, or retract the note and review anew).';

grant execute on function public.amend_soap_note(uuid, jsonb, text) to authenticated;
