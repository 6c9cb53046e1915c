create function private.merge_pending_notes(p_patient_id uuid) returns integer
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_pending uuid[];
  v_note_id uuid;
  v_decisions jsonb;
begin
  -- One merge per patient at a time: everything below is read after the lock, so nobody folds what is already past.
  perform from public.patient_profiles where user_id = p_patient_id for no key update;
  if not found then
    return null;
  end if;
  v_pending := array(
    select note.id from public.soap_notes as note
    where note.patient_id = p_patient_id and note.status = 'signed' and note.merged_at is null
    order by note.encounter_at, note.id
  );
  if cardinality(v_pending) = 0 then
    return 0;
  end if;

  perform private.ensure_state(p_patient_id);
  v_decisions := private.record_decision_map(p_patient_id);
  foreach v_note_id in array v_pending loop
    perform private.merge_note(p_patient_id, v_note_id, v_decisions);
  end loop;
  perform private.write_record(p_patient_id, v_note_id);
  return cardinality(v_pending);
end;
$$;

comment on function private.merge_pending_notes(uuid) is
  'Merges every signed note of a patient that has no row in the merge ledger yet, in the order of the record, and writes the record. Returns how many; 0 changes nothing; null: no such patient. Concurrent calls for one patient wait for each other.';
