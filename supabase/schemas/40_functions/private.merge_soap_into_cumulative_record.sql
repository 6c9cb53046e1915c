-- Definer: the record and its ledger have no other writer, and clients no privilege on them.
create function private.merge_soap_into_cumulative_record(p_patient_id uuid, p_soap_note_id uuid) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot merge SOAP note: ';
  v_caller private.caller := private.current_caller();
  v_note public.soap_notes;
  v_code text;
  v_was_merged boolean;
  v_record jsonb;
begin
  -- A note of another patient is as absent as one that does not exist.
  select * into v_note from public.soap_notes where id = p_soap_note_id and patient_id = p_patient_id;
  v_code := coalesce(
    private.note_refusal(v_caller, v_note),
    case v_note.status when 'draft' then 'NOTE_NOT_SIGNED' when 'retracted' then 'NOTE_RETRACTED' end
  );
  if v_code is not null then
    return private.refuse(v_code, c_action || private.error_state(v_code));
  end if;

  -- The lock first: whether this call merges the note or another did is decided behind it.
  perform from public.patient_profiles where user_id = p_patient_id for no key update;
  if not found then
    return private.refuse('PATIENT_NOT_FOUND', c_action || private.error_state('PATIENT_NOT_FOUND'));
  end if;
  -- It may have been retracted while we waited.
  if exists (select from public.soap_notes where id = p_soap_note_id and status = 'retracted') then
    return private.refuse('NOTE_RETRACTED', c_action || private.error_state('NOTE_RETRACTED'));
  end if;
  v_was_merged := exists (select from public.soap_note_merges where soap_note_id = p_soap_note_id);
  v_record := private.read_record(p_patient_id);

  return jsonb_build_object(
    'patientId', p_patient_id,
    'soapNoteId', p_soap_note_id,
    'updatedRecord', v_record,
    'totalVisits', v_record #> '{metadata,total_visits}',
    'changes', (select changes from public.soap_note_merges where soap_note_id = p_soap_note_id),
    'replayed', v_was_merged
  );
end;
$$;

comment on function private.merge_soap_into_cumulative_record(uuid, uuid) is 'Body of public.merge_soap_into_cumulative_record.';

grant execute on function private.merge_soap_into_cumulative_record(uuid, uuid) to authenticated;
