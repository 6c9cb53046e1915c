-- A vital sign with a mistyped year stood as the latest of the record over every visit before that year; no note is signed with one.

create function private.has_measurement_to_come(p_note_id uuid) returns boolean
language sql
stable
security invoker
set search_path = ''
as $$
  select exists (
    select from public.soap_objective_vital_signs
    where soap_note_id = p_note_id
      -- A device's clock or time zone may be wrong; a day later the next visit is right again.
      and measured_at > clock_timestamp() + interval '1 day'
  )
$$;

comment on function private.has_measurement_to_come(uuid) is
  'Whether a vital sign of a note claims to be measured more than a day from now. It would stand as the latest of the record until that day, over every visit before it.';

-- Definer: clients have no UPDATE on notes; only their provider signs them, once.
create or replace function private.sign_soap_note(p_soap_note_id uuid, p_content_sha256 text) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot sign SOAP note: ';
  v_caller private.caller := private.current_caller();
  v_note public.soap_notes := private.lock_note(v_caller, p_soap_note_id);
  v_code text := coalesce(
    private.note_refusal(v_caller, v_note),
    case v_note.status when 'retracted' then 'NOTE_RETRACTED' end
  );
begin
  if v_code is not null then
    return private.refuse(v_code, c_action || private.error_state(v_code));
  end if;
  if p_content_sha256 <> private.soap_note_sha256(v_note.id) then
    return private.refuse('REVISION_CONFLICT', c_action || 'note is not what was seen');
  end if;

  if v_note.status = 'draft' and private.has_measurement_to_come(v_note.id) then
    return private.refuse('INVALID_REQUEST', c_action || 'a measured_at is of a time to come, correct it and save the note');
  end if;

  if v_note.status = 'draft' and private.open_review(v_note.id) <> '[]' then
    return private.refuse('REVIEW_INCOMPLETE', c_action || 'review is not complete, review_soap_draft says what is open');
  end if;

  if v_note.status = 'draft' then
    -- What is still pending counts among what the signer did not see.
    perform private.merge_pending_notes(v_note.patient_id);
    v_note := private.attest_note(v_note.id, v_caller.user_id, private.encounter_moment(v_note.encounter_id));
    perform private.advance_encounter(v_note.encounter_id, 'soap_signed', 'signed');
  end if;

  return private.note_answer(v_note) || jsonb_build_object(
    'changesSinceSnapshot', private.changes_since_snapshot(v_note),
    'transcriptSinceDraft', private.transcript_since_draft(v_note)
  );
end;
$$;

comment on function private.sign_soap_note(uuid, text) is 'Body of public.sign_soap_note.';

create or replace function private.write_amendment(p_note public.soap_notes, p_content jsonb, p_reason text, p_signed_by uuid)
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

comment on function public.sign_soap_note(uuid, text) is
  'Signs a note as its provider; p_content_sha256 is the hash of what was seen. Answers {soapNoteId, status, signedAt, contentSha256, revision, changesSinceSnapshot, transcriptSinceDraft}, again when repeated; changesSinceSnapshot tells what became known of the patient since the snapshot the note was written on, null when nothing did; transcriptSinceDraft {draftedChunks, arrivedChunks} tells how much was said that no draft has seen, null when nothing was. Refuses: FORBIDDEN, NOT_FOUND, NOTE_RETRACTED, INVALID_REQUEST (a measured_at lies ahead), REVISION_CONFLICT, REVIEW_INCOMPLETE (review_soap_draft says what is open).';
