-- Definer: clients have no INSERT on decisions.
create function private.review_soap_draft(p_encounter_id uuid, p_expected_revision integer, p_decisions jsonb) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot review SOAP draft: ';
  v_caller private.caller := private.current_caller();
  v_encounter public.video_call_sessions := private.lock_encounter(v_caller, p_encounter_id);
  v_code text := private.provider_refusal(v_caller, v_encounter);
  v_note public.soap_notes;
begin
  v_code := coalesce(v_code, case when private.encounter_is_signed(v_encounter.id) then 'DRAFT_LOCKED' end);
  if v_code is null then
    select * into v_note from public.soap_notes where encounter_id = v_encounter.id and status = 'draft' for update;
    v_code := case when v_note.id is null then 'NOT_FOUND' end;
  end if;
  if v_code is not null then
    return private.refuse(v_code, c_action || private.error_state(v_code));
  end if;
  if p_expected_revision is distinct from v_note.revision then
    return private.refuse('REVISION_CONFLICT', c_action || 'note has another revision');
  end if;
  if not private.are_review_decisions(v_note.id, p_decisions) then
    return private.refuse('INVALID_REQUEST', c_action || 'a decision is malformed or about no item of the note');
  end if;
  if exists (
    select from jsonb_array_elements(p_decisions) as decided
    where decided ->> 'section' = 'safetyAlerts' and decided ->> 'decision' = 'reject' and decided ->> 'text' is null
  ) then
    return private.refuse('MISSING_PARAMS', c_action || 'a safety alert is rejected with a reason in text');
  end if;

  insert into private.review_decisions
    (soap_note_id, note_revision, section, item_id, item_sha256, statement_sha256, decision, text, decided_by)
  select v_note.id, v_note.revision, subject.section, subject.item_id, private.sha256_hex(subject.content),
    private.statement_sha256(subject.section, subject.content),
    decided ->> 'decision', decided ->> 'text', v_caller.user_id
  from jsonb_array_elements(p_decisions) with ordinality as decisions (decided, place)
  join private.review_subjects(v_note.id) as subject
    on subject.section = decided ->> 'section' and subject.item_id = decided ->> 'id'
  order by place;

  return jsonb_build_object(
    'soapNoteId', v_note.id,
    'revision', v_note.revision,
    'contentSha256', v_note.content_sha256,
    'open', private.open_review(v_note.id),
    'transcriptSinceDraft', private.transcript_since_draft(v_note)
  );
end;
$$;

comment on function private.review_soap_draft(uuid, integer, jsonb) is 'Body of public.review_soap_draft.';

grant execute on function private.review_soap_draft(uuid, integer, jsonb) to authenticated;
