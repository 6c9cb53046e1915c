create function public.get_patient_history(
  p_patient_id uuid,
  p_appointment_id uuid default null,
  p_cursor text default null
) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('get_patient_history', 'R', 'patient', p_patient_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.get_patient_history(p_patient_id, p_appointment_id, p_cursor));
end;
$$;

comment on function public.get_patient_history(uuid, uuid, text) is
  'History of a patient, for the patient, for providers who have the patient in care, and under an emergency access (no e-mail, no phone): {hasHistory, patientData, pastNotes, nextCursor?, record}. Refuses: INVALID_REQUEST, MISSING_PARAMS, FORBIDDEN, PATIENT_NOT_FOUND, APPOINTMENT_NOT_FOUND.';

grant execute on function public.get_patient_history(uuid, uuid, text) to authenticated;
