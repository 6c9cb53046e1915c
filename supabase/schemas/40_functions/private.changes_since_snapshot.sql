create function private.changes_since_snapshot(p_note public.soap_notes) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_snapshot public.context_snapshots;
  v_seen integer;
  v_signed integer := private.record_sequence_at(p_note.patient_id, p_note.signed_at);
  v_record jsonb;
begin
  select * into v_snapshot
  from public.context_snapshots
  where id::text = p_note.meta ->> 'snapshotId' and encounter_id = p_note.encounter_id;
  v_seen := (
    select coalesce(max(sequence), 0)
    from private.record_events
    where patient_id = p_note.patient_id and record_version = v_snapshot.record_version and sequence <= v_signed
  );
  if v_snapshot.id is null or v_seen = v_signed then
    return null;
  end if;

  v_record := private.record_at(p_note.patient_id, v_signed);
  return jsonb_build_object(
    'snapshotId', v_snapshot.id,
    'snapshotRecordVersion', v_snapshot.record_version,
    'recordVersion', v_record #> '{metadata,record_version}',
    'events', private.record_events_between(p_note.patient_id, v_seen, v_signed),
    'changes', private.record_difference(private.record_at(p_note.patient_id, v_seen), v_record)
  );
end;
$$;

comment on function private.changes_since_snapshot(public.soap_notes) is
  'What became known of the patient between the snapshot a note was written on and its signature: {snapshotId, snapshotRecordVersion, recordVersion, events[], changes}; null when nothing did, or when there was no snapshot.';
