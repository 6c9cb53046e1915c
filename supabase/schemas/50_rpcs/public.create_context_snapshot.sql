create function public.create_context_snapshot(
  p_encounter_id uuid,
  p_appointment_id uuid default null,
  p_patient_id uuid default null,
  p_idempotency_key text default null
) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('create_context_snapshot', 'C', 'encounter', p_encounter_id, p_idempotency_key);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(
    v_access,
    private.create_context_snapshot(p_encounter_id, p_appointment_id, p_patient_id, p_idempotency_key)
  );
end;
$$;

comment on function public.create_context_snapshot(uuid, uuid, uuid, text) is
  'Takes the context snapshot of an encounter for its provider: {snapshot}. The same snapshot while nothing changed, a new version when the record did. Refuses: INVALID_REQUEST, MISSING_PARAMS, FORBIDDEN, SESSION_NOT_FOUND, IDEMPOTENCY_KEY_REUSED.';

grant execute on function public.create_context_snapshot(uuid, uuid, uuid, text) to authenticated;
