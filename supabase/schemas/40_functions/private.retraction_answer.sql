create function private.retraction_answer(p_note public.soap_notes) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_event private.record_events;
  v_after jsonb;
begin
  select * into v_event
  from private.record_events
  where patient_id = p_note.patient_id and kind = 'retraction' and soap_note_id = p_note.id;
  v_after := private.record_at(v_event.patient_id, v_event.sequence);

  return jsonb_build_object(
    'soapNoteId', p_note.id,
    'patientId', p_note.patient_id,
    'status', p_note.status,
    'retractedAt', private.utc_text(p_note.retracted_at),
    'reason', p_note.retraction_reason,
    'restoredSoapNoteId', (
      select id
      from unnest((private.note_line(p_note.id))[2:]) as id
      where id = any (private.record_notes_at(v_event.patient_id, v_event.sequence))
    ),
    'recordVersion', v_after #> '{metadata,record_version}',
    'totalVisits', v_after #> '{metadata,total_visits}',
    'changes', private.record_difference(private.record_at(v_event.patient_id, v_event.sequence - 1), v_after)
  );
end;
$$;

comment on function private.retraction_answer(public.soap_notes) is
  'What a retraction answers, the first time and every other: {soapNoteId, patientId, status, retractedAt, reason, restoredSoapNoteId, recordVersion, totalVisits, changes}. restoredSoapNoteId: the note that counts again because what amended it is gone; changes as private.record_difference().';
