create function public.record_as_of(p_patient_id uuid, p_at timestamptz) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.record_as_of(p_patient_id, p_at)
$$;

comment on function public.record_as_of(uuid, timestamptz) is
  'The cumulative record as it was known at a moment, for the patient and for providers who have the patient in care: what was merged by then, not retracted by then, decided by then, whatever the time it speaks of. Answers {patientId, at, recordVersion, recordedAt, record}; record is folded by the rules of today, so its own version differs from recordVersion where they changed. Refuses: MISSING_PARAMS, INVALID_REQUEST (p_at not of the years 1 to 9999), FORBIDDEN, PATIENT_NOT_FOUND.';

grant execute on function public.record_as_of(uuid, timestamptz) to authenticated;
