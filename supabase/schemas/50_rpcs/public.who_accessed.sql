create function public.who_accessed(p_patient_id uuid, p_before_id bigint default null) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('who_accessed', 'R', 'patient', p_patient_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.who_accessed(p_patient_id, p_before_id));
end;
$$;

comment on function public.who_accessed(uuid, bigint) is
  'Who accessed a patient''s data through the RPCs, latest first, for the patient (every access that was granted) and for an administrator who sees the patient (what providers of the facility did and tried): {patientId, accesses: [{id, accessedAt, actorId, actorRole, actorName, action, operation, purpose, outcome}], nextBeforeId}; p_before_id is the nextBeforeId of the page before. Refuses: MISSING_PARAMS, FORBIDDEN, PATIENT_NOT_FOUND.';

grant execute on function public.who_accessed(uuid, bigint) to authenticated;
