create function private.encounter_identity(p_encounter public.video_call_sessions) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'encounterId', p_encounter.id,
    'appointmentId', p_encounter.appointment_id,
    'snapshotId', p_encounter.context_snapshot_id,
    'recordVersion', (select record_version from public.context_snapshots where id = p_encounter.context_snapshot_id),
    'transcriptSha256', private.sha256_hex(nullif(private.transcript(p_encounter.id), '[]')),
    'demographics', private.note_demographics(p_encounter.context_snapshot_id)
  )
$$;

comment on function private.encounter_identity(public.video_call_sessions) is
  'What a note written without a draft belongs to, for SoapNote.meta: the snapshot and the transcript as they are now, null where there is none.';
