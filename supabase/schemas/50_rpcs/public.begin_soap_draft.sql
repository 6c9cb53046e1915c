create function public.begin_soap_draft(
  p_encounter_id uuid,
  p_appointment_id uuid default null,
  p_provider_id uuid default null,
  p_patient_id uuid default null,
  p_transcript jsonb default null,
  p_model text default null,
  p_prompt_version text default null,
  p_idempotency_key text default null
) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('begin_soap_draft', 'C', 'encounter', p_encounter_id, p_idempotency_key);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(
    v_access,
    private.begin_soap_draft(p_encounter_id, p_appointment_id, p_provider_id, p_patient_id, p_transcript, p_model, p_prompt_version, p_idempotency_key)
  );
end;
$$;

comment on function public.begin_soap_draft(uuid, uuid, uuid, uuid, jsonb, text, text, text) is
  'Begins a draft of an encounter''s note, or answers the draft that was made of the same snapshot and transcript by the same model and prompt: {draft_id, revision, soap_status, phase, attempts, lease_id} with {soap_draft, soap_note_id, soap_note} when it is ready, or {remaining_ms, encounter, snapshot, transcript, transcript_sha256} when lease_id says that the caller is to write it. Refuses: INVALID_REQUEST, MISSING_PARAMS, FORBIDDEN, SESSION_NOT_FOUND, DRAFT_LOCKED, TRANSCRIPT_EMPTY, IDEMPOTENCY_KEY_REUSED.';

grant execute on function public.begin_soap_draft(uuid, uuid, uuid, uuid, jsonb, text, text, text) to authenticated;
