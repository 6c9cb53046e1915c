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
  -- What the note warned of it warns of still, and what was answered to it stays answered.
  insert into public.soap_safety_alerts (
    soap_note_id, id, position, alert_type, severity, message, status, dismissed_reason, evidence, dismissed_by, dismissed_at
  )
  select
    v_amendment.id, id, position, alert_type, severity, message, status, dismissed_reason, evidence, dismissed_by, dismissed_at
  from public.soap_safety_alerts
  where soap_note_id = p_note.id;
  perform private.write_soap_note(
    v_amendment.id, private.with_note_identity(private.parse_soap_note(p_content), private.note_identity(p_note.meta))
  );
  if private.has_measurement_to_come(v_amendment.id) then
    perform private.reject('INVALID_REQUEST', 'Cannot amend SOAP note: a measured_at is of a time to come');
  end if;
  -- What stood open when the note was signed was signed with it; what the amendment adds is asked.
  if exists (
    select from jsonb_array_elements(private.open_review(v_amendment.id)) as added
    where not exists (
      select from jsonb_array_elements(private.open_review(p_note.id)) as known
      where (known ->> 'section', known ->> 'id') = (added ->> 'section', added ->> 'id')
    )
  ) then
    perform private.reject(
      'REVIEW_INCOMPLETE',
      'Cannot amend SOAP note: it adds a question, a critical alert or a rejected item, leave that out or retract and review anew'
    );
  end if;
  -- It speaks of the visit the note was about, so it takes that note's place in time.
  v_amendment := private.attest_note(v_amendment.id, p_signed_by, p_note.encounter_at);
  update public.soap_notes set status = 'amended' where id = p_note.id;
  return v_amendment;
end;
$$;

comment on function private.write_amendment(public.soap_notes, jsonb, text, uuid) is
  'Writes and signs the note that takes the place of a signed one. Its safety alerts and decisions of the review go with it. Raises INVALID_REQUEST for content that is no SoapNote, REVIEW_INCOMPLETE for content that would have to be reviewed.';
