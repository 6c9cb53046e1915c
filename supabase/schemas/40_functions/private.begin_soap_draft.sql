-- Definer: clients have no INSERT on drafts and transcripts, and drafts of an encounter are numbered here.
create function private.begin_soap_draft(
  p_encounter_id uuid,
  p_appointment_id uuid,
  p_provider_id uuid,
  p_patient_id uuid,
  p_transcript jsonb,
  p_model text,
  p_prompt_version text,
  p_idempotency_key text
) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot draft SOAP note: ';
  c_longest_name constant integer := 256;
  v_caller private.caller := private.current_caller();
  v_encounter public.video_call_sessions := private.lock_encounter(v_caller, p_encounter_id);
  v_chunks jsonb;
  v_code text;
  v_claim record;
  v_draft public.soap_drafts;
begin
  v_code := coalesce(
    private.role_refusal(v_caller),
    private.provider_refusal(v_caller, v_encounter),
    case when p_model is null or p_prompt_version is null then 'MISSING_PARAMS' end,
    case when private.encounter_is_signed(v_encounter.id) then 'DRAFT_LOCKED' end
  );
  if v_code is not null then
    return private.refuse(v_code, c_action || private.error_state(v_code));
  end if;
  if not private.has_visible_text(p_model) or not private.has_visible_text(p_prompt_version)
    or greatest(length(p_model), length(p_prompt_version)) > c_longest_name then
    return private.refuse('INVALID_REQUEST', c_action || 'model or prompt version is no name');
  end if;
  if p_patient_id <> v_encounter.patient_id then
    return private.refuse('INVALID_REQUEST', c_action || 'Patient ID mismatch');
  end if;
  if p_appointment_id <> v_encounter.appointment_id or p_provider_id <> v_encounter.provider_id then
    return private.refuse('INVALID_REQUEST', c_action || 'ids disagree with the encounter');
  end if;
  v_chunks := private.handed_in_chunks(p_transcript);
  if v_chunks <> '[]' and not private.are_transcript_chunks(v_chunks) then
    return private.refuse('INVALID_REQUEST', c_action || 'transcript is malformed');
  end if;

  v_claim := private.claim_idempotency_key(
    v_caller.user_id, 'begin_soap_draft', p_idempotency_key,
    jsonb_build_array(p_encounter_id, p_transcript, p_model, p_prompt_version)
  );
  if v_claim.refusal is not null then
    return private.refuse(v_claim.refusal, c_action || coalesce(private.error_state(v_claim.refusal), 'idempotency key is malformed'));
  end if;
  select * into v_draft
  from public.soap_drafts
  where id = v_claim.result_id and (state = 'draft_ready' or state = 'drafting' and deadline_at > now());
  if found then
    perform private.restore_drafted_note(v_draft, v_encounter);
    return private.soap_draft_answer(private.lease_soap_draft(v_draft), v_encounter);
  end if;

  if not exists (select from public.call_transcript_chunks where encounter_id = v_encounter.id) then
    if v_chunks = '[]' then
      return private.refuse('TRANSCRIPT_EMPTY', c_action || private.error_state('TRANSCRIPT_EMPTY'));
    end if;
    perform private.store_handed_in_transcript(v_encounter.id, v_caller.user_id, v_chunks);
  end if;

  v_draft := private.find_or_open_draft(v_encounter, p_model, p_prompt_version);
  perform private.settle_idempotency_key(v_caller.user_id, 'begin_soap_draft', p_idempotency_key, v_draft.id);
  return private.soap_draft_answer(v_draft, v_encounter);
end;
$$;

comment on function private.begin_soap_draft(uuid, uuid, uuid, uuid, jsonb, text, text, text) is 'Body of public.begin_soap_draft.';

grant execute on function private.begin_soap_draft(uuid, uuid, uuid, uuid, jsonb, text, text, text) to authenticated;
