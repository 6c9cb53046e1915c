create function private.merge_note(p_patient_id uuid, p_note_id uuid, p_decisions jsonb) returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  -- What an amendment takes the place of goes as it comes.
  v_changes jsonb := private.refold(
    p_patient_id,
    array_remove(array[p_note_id, (select amends_note_id from public.soap_notes where id = p_note_id)], null),
    p_decisions => p_decisions
  );
  v_version text := (select record_version from private.record_states where patient_id = p_patient_id);
  v_merged_by uuid := (private.current_caller()).user_id;
begin
  insert into public.soap_note_merges (soap_note_id, patient_id, record_version, changes, merged_by)
  values (p_note_id, p_patient_id, v_version, v_changes, v_merged_by);
  perform private.record_event(p_patient_id, 'merge', v_version, p_note_id, p_recorded_by => v_merged_by);
end;
$$;

comment on function private.merge_note(uuid, uuid, jsonb) is
  'One pending note enters the record: its neighbourhoods, the ledger of merges, the journal. The column follows.';
