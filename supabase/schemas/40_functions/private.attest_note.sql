create function private.attest_note(p_note_id uuid, p_signed_by uuid, p_encounter_at timestamptz) returns public.soap_notes
language sql
volatile
security invoker
set search_path = ''
as $$
  update public.soap_notes
  set
    status = 'signed',
    signed_at = moment,
    signed_by = p_signed_by,
    -- Nobody signs what has not happened yet: a booking that lies ahead is no moment of the patient's.
    encounter_at = least(p_encounter_at, moment),
    content_sha256 = private.soap_note_sha256(id)
  from (select clock_timestamp() as moment) as signing
  where id = p_note_id
  returning soap_notes.*
$$;

comment on function private.attest_note(uuid, uuid, timestamptz) is
  'Signs a note: who (a person the verified token named), when (the database''s clock), and the SHA-256 of the whole canonical note, encounter and appointment included. The encounter''s moment is never later than the signature.';
