create function private.note_answer(p_note public.soap_notes) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'soapNoteId', p_note.id,
    'status', p_note.status,
    'signedAt', private.utc_text(p_note.signed_at),
    'contentSha256', p_note.content_sha256,
    'revision', p_note.revision
  )
$$;

comment on function private.note_answer(public.soap_notes) is
  'A signature as it is answered: {soapNoteId, status, signedAt, contentSha256, revision}.';
