create function public.merge_soap_into_cumulative_record(p_patient_id uuid, p_soap_note_id uuid) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('merge_soap_into_cumulative_record', 'U', 'note', p_soap_note_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.merge_soap_into_cumulative_record(p_patient_id, p_soap_note_id));
end;
$$;

comment on function public.merge_soap_into_cumulative_record(uuid, uuid) is
  'Merges a signed note into its patient''s cumulative record, as the provider who signed it; signed notes nobody merged yet go in with it. Answers {patientId, soapNoteId, updatedRecord, totalVisits, changes, replayed}; a repeat answers the changes of the first merge with replayed true. Refuses: NOT_FOUND, FORBIDDEN, NOTE_NOT_SIGNED, NOTE_RETRACTED, PATIENT_NOT_FOUND.';

grant execute on function public.merge_soap_into_cumulative_record(uuid, uuid) to authenticated;
