create function private.amendment_answer(p_note_id uuid) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_note public.soap_notes;
  v_event private.record_events;
  v_after jsonb;
begin
  select * into v_note from public.soap_notes where id = p_note_id;
  select * into v_event
  from private.record_events
  where patient_id = v_note.patient_id and kind = 'merge' and soap_note_id = p_note_id;
  v_after := private.record_at(v_event.patient_id, v_event.sequence);

  return private.note_answer(v_note) || jsonb_build_object(
    'amendsSoapNoteId', v_note.amends_note_id,
    'patientId', v_note.patient_id,
    'reason', v_note.amendment_reason,
    'recordVersion', v_after #> '{metadata,record_version}',
    'totalVisits', v_after #> '{metadata,total_visits}',
    'changes', private.record_difference(private.record_at(v_event.patient_id, v_event.sequence - 1), v_after)
  );
end;
$$;

comment on function private.amendment_answer(uuid) is
  'What an amendment answers, the first time and every other: private.note_answer() with amendsSoapNoteId, patientId, reason, recordVersion, totalVisits, and changes as private.record_difference().';
