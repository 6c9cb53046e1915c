create function public.record_as_of(p_patient_id uuid, p_at timestamptz) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('record_as_of', 'R', 'patient', p_patient_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.record_as_of(p_patient_id, p_at));
end;
$$;

comment on function public.record_as_of(uuid, timestamptz) is
  'The cumulative record as it was known at a moment, for the patient and for providers who have the patient in care: what was merged by then, not retracted by then, decided by then, whatever the time it speaks of. Answers {patientId, at, recordVersion, recordedAt, record}; record is folded by the rules of today, so its own version differs from recordVersion where they changed. Refuses: MISSING_PARAMS, INVALID_REQUEST (p_at not of the years 1 to 9999), FORBIDDEN, PATIENT_NOT_FOUND.';

grant execute on function public.record_as_of(uuid, timestamptz) to authenticated;
