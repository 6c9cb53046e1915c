-- Definer: clients have no INSERT on snapshots, and the record may have to be brought up to date first.
create function private.create_context_snapshot(
  p_encounter_id uuid, p_appointment_id uuid, p_patient_id uuid, p_idempotency_key text
) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot create context snapshot: ';
  v_caller private.caller := private.current_caller();
  v_encounter public.video_call_sessions := private.lock_encounter(v_caller, p_encounter_id);
  v_code text := private.provider_refusal(v_caller, v_encounter);
  v_claim record;
  v_snapshot public.context_snapshots;
begin
  if v_code is not null then
    return private.refuse(v_code, c_action || private.error_state(v_code));
  end if;
  if p_patient_id <> v_encounter.patient_id then
    return private.refuse('INVALID_REQUEST', c_action || 'Patient ID mismatch');
  end if;
  if p_appointment_id <> v_encounter.appointment_id then
    return private.refuse('INVALID_REQUEST', c_action || 'Appointment ID mismatch');
  end if;

  v_claim := private.claim_idempotency_key(
    v_caller.user_id, 'create_context_snapshot', p_idempotency_key,
    jsonb_build_array(p_encounter_id, p_appointment_id, p_patient_id)
  );
  if v_claim.refusal is not null then
    return private.refuse(v_claim.refusal, c_action || private.error_state(v_claim.refusal));
  end if;

  select * into v_snapshot from public.context_snapshots where id = v_claim.result_id;
  if not found then
    v_snapshot := private.current_snapshot(v_encounter, v_caller.user_id);
    perform private.settle_idempotency_key(v_caller.user_id, 'create_context_snapshot', p_idempotency_key, v_snapshot.id);
  end if;
  return jsonb_build_object('snapshot', private.snapshot_answer(v_snapshot));
end;
$$;

comment on function private.create_context_snapshot(uuid, uuid, uuid, text) is 'Body of public.create_context_snapshot.';

grant execute on function private.create_context_snapshot(uuid, uuid, uuid, text) to authenticated;
