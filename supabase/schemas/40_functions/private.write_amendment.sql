create function private.write_amendment(p_note public.soap_notes, p_content jsonb, p_reason text, p_signed_by uuid)
returns public.soap_notes
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_amendment public.soap_notes;
begin
  insert into public.soap_notes (
    encounter_id, appointment_id, patient_id, provider_id, edited_by_clinician, amends_note_id, amendment_reason
  )
  values (
    p_note.encounter_id, p_note.appointment_id, p_note.patient_id, p_note.provider_id, true, p_note.id, p_reason
  )
  returning * into v_amendment;
  perform private.write_soap_note(
    v_amendment.id, private.with_note_identity(private.parse_soap_note(p_content), private.note_identity(p_note.meta))
  );
  -- It speaks of the visit the note was about, so it takes that note's place in time.
  v_amendment := private.attest_note(v_amendment.id, p_signed_by, p_note.encounter_at);
  update public.soap_notes set status = 'amended' where id = p_note.id;
  return v_amendment;
end;
$$;

comment on function private.write_amendment(public.soap_notes, jsonb, text, uuid) is
  'Writes and signs the note that takes the place of a signed one. Raises INVALID_REQUEST for content that is no SoapNote.';
