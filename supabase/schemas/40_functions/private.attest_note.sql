create function private.attest_note(p_note_id uuid, p_signed_by uuid, p_encounter_at timestamptz) returns public.soap_notes
language sql
volatile
security invoker
set search_path = ''
as $$
  update public.soap_notes
  set
    status = 'signed',
    signed_at = clock_timestamp(),
    signed_by = p_signed_by,
    encounter_at = p_encounter_at,
    content_sha256 = private.soap_note_sha256(id)
  where id = p_note_id
  returning *
$$;

comment on function private.attest_note(uuid, uuid, timestamptz) is
  'Signs a note: who (a person the verified token named), when (the database''s clock), and the SHA-256 of the whole canonical note, encounter and appointment included.';
