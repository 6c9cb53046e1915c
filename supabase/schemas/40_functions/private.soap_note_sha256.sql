create function private.soap_note_sha256(p_note_id uuid) returns text
language sql
stable
security invoker
set search_path = ''
as $$
  select private.sha256_hex(private.read_soap_note(p_note_id))
$$;

comment on function private.soap_note_sha256(uuid) is 'Hash of a note''s whole content, what a signature covers; null when there is no such note.';
