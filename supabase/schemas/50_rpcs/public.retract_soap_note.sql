create function public.retract_soap_note(p_soap_note_id uuid, p_reason text) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('retract_soap_note', 'U', 'note', p_soap_note_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.retract_soap_note(p_soap_note_id, p_reason));
end;
$$;

comment on function public.retract_soap_note(uuid, text) is
  'Retracts a signed note, as the provider who signed it: the record becomes one in which it never was, and the note stays readable to its provider with the reason. Answers {soapNoteId, patientId, status, retractedAt, reason, restoredSoapNoteId, recordVersion, totalVisits, changes, replayed}; a repeat answers the same with replayed true. Refuses: FORBIDDEN, NOT_FOUND, NOTE_NOT_SIGNED, MISSING_PARAMS, INVALID_REQUEST.';

grant execute on function public.retract_soap_note(uuid, text) to authenticated;
