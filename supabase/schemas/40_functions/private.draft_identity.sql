create function private.draft_identity(p_draft public.soap_drafts, p_appointment_id uuid) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'encounterId', p_draft.encounter_id,
    'appointmentId', p_appointment_id,
    'snapshotId', p_draft.snapshot_id,
    'recordVersion', (select record_version from public.context_snapshots where id = p_draft.snapshot_id),
    'transcriptSha256', p_draft.transcript_sha256,
    'demographics', private.note_demographics(p_draft.snapshot_id),
    'disclaimer', private.draft_disclaimer()
  )
$$;

comment on function private.draft_identity(public.soap_drafts, uuid) is 'What a draft belongs to, was made of and must say of itself, for SoapNote.meta.';
