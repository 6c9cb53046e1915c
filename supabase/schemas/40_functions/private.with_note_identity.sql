create function private.with_note_identity(p_note jsonb, p_identity jsonb) returns jsonb
language sql
immutable
security invoker
set search_path = ''
as $$
  select jsonb_set(p_note, '{meta}', (p_note -> 'meta') || p_identity)
$$;

comment on function private.with_note_identity(jsonb, jsonb) is
  'The note with the server''s answer to what it belongs to (encounterId, appointmentId, snapshotId, recordVersion, transcriptSha256, demographics, and the disclaimer of a draft), whatever it says itself.';
