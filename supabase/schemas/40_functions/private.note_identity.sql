create function private.note_identity(p_meta jsonb) returns jsonb
language sql
immutable
security invoker
set search_path = ''
as $$
  select coalesce(jsonb_object_agg(key, value), '{}')
  from jsonb_each(p_meta)
  where key in ('encounterId', 'appointmentId', 'snapshotId', 'recordVersion', 'transcriptSha256', 'demographics')
    -- A client may word a disclaimer and a score of its own; those of a draft are the server's.
    or (key in ('disclaimer', 'documentation') and value <> 'null')
$$;

comment on function private.note_identity(jsonb) is 'The part of SoapNote.meta that says what the note belongs to; the server''s, never a client''s.';
