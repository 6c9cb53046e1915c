-- Definer: clients neither sign nor merge by themselves, and a preview does both and undoes it.
create function private.merge_preview(p_soap_note_id uuid) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot preview merge: ';
  v_caller private.caller := private.current_caller();
  v_note public.soap_notes := private.lock_note(v_caller, p_soap_note_id);
  v_code text := coalesce(
    private.note_refusal(v_caller, v_note),
    case v_note.status when 'retracted' then 'NOTE_RETRACTED' end
  );
  v_event private.record_events;
  v_before jsonb;
  v_after jsonb;
begin
  if v_code is not null then
    return private.refuse(v_code, c_action || private.error_state(v_code));
  end if;

  v_before := private.read_record(v_note.patient_id);
  if v_note.status = 'draft' then
    v_after := private.record_if_signed(v_note, v_caller.user_id);
  else
    select * into v_event
    from private.record_events
    where patient_id = v_note.patient_id and kind = 'merge' and soap_note_id = v_note.id;
    v_before := private.record_at(v_event.patient_id, v_event.sequence - 1);
    v_after := private.record_at(v_event.patient_id, v_event.sequence);
  end if;
  return jsonb_build_object(
    'soapNoteId', v_note.id,
    'patientId', v_note.patient_id,
    'status', v_note.status,
    'recordVersion', v_before #> '{metadata,record_version}',
    'totalVisits', v_after #> '{metadata,total_visits}',
    'changes', private.record_difference(v_before, v_after)
  );
end;
$$;

comment on function private.merge_preview(uuid) is 'Body of public.merge_preview.';

grant execute on function private.merge_preview(uuid) to authenticated;
