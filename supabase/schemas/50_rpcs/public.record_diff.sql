create function public.record_diff(p_patient_id uuid, p_from timestamptz, p_to timestamptz) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('record_diff', 'R', 'patient', p_patient_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.record_diff(p_patient_id, p_from, p_to));
end;
$$;

comment on function public.record_diff(uuid, timestamptz, timestamptz) is
  'What became known of a patient between two moments, for the patient and for providers who have the patient in care. Answers {patientId, from, to, events[], changes}: the versions that stood, the merges, retractions, decisions and rebuilds between them, and what that changed {items[], conflicts}. Refuses: MISSING_PARAMS, INVALID_REQUEST (p_from after p_to, or not of the years 1 to 9999), FORBIDDEN, PATIENT_NOT_FOUND.';

grant execute on function public.record_diff(uuid, timestamptz, timestamptz) to authenticated;
