create function private.refold_record(p_patient_id uuid, p_kind text, p_soap_note_id uuid default null, p_decision_id uuid default null)
returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_item_ids uuid[] := array(
    select item_id::uuid
    from public.record_decisions as decision
    join public.record_conflicts as conflict on conflict.id = decision.conflict_id
    cross join lateral jsonb_array_elements_text(conflict.item_ids) as item_id
    where decision.id = p_decision_id
  );
begin
  perform private.ensure_state(p_patient_id);
  -- Whichever note of its line counts again is among them.
  perform private.refold(p_patient_id, private.note_line(p_soap_note_id), v_item_ids);
  perform private.record_event(
    p_patient_id, p_kind, (select record_version from private.record_states where patient_id = p_patient_id),
    p_soap_note_id, p_decision_id
  );
  perform private.write_record(
    p_patient_id,
    (
      select merges.soap_note_id
      from public.soap_note_merges as merges
      join public.soap_notes as note on note.id = merges.soap_note_id
      where merges.patient_id = p_patient_id and note.status = 'signed'
      order by merges.merged_at desc, note.encounter_at desc, note.id desc
      limit 1
    )
  );
end;
$$;

comment on function private.refold_record(uuid, text, uuid, uuid) is
  'Brings the record up to date after something else than a merge changed what it is made from: a retraction or a decision. The patient''s row is locked and every signed note merged.';
