create function public.open_emergency_access(p_patient_id uuid, p_reason text) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('open_emergency_access', 'C', 'patient', p_patient_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.open_emergency_access(p_patient_id, p_reason));
end;
$$;

comment on function public.open_emergency_access(uuid, text) is
  'Break-glass: opens a patient''s history to a practising provider without a care relationship, for four hours, on record: {emergencyAccessId, patientId, openedAt, expiresAt, revokedAt, replayed}. Each reason opens one of its own; the same one again answers the one that is open, with replayed true. p_reason: 10 to 1000 characters, which the patient reads. Refuses: FORBIDDEN (also for 24 hours after the patient or an administrator revoked one), MISSING_PARAMS, INVALID_REQUEST, PATIENT_NOT_FOUND.';

grant execute on function public.open_emergency_access(uuid, text) to authenticated;
