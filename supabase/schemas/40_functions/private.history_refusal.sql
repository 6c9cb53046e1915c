create function private.history_refusal(p_caller private.caller, p_patient_id uuid, p_appointment_id uuid) returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_refusal text := private.patient_refusal(p_caller, p_patient_id);
  v_appointment public.appointments;
begin
  if v_refusal = 'PATIENT_NOT_FOUND' and private.use_emergency_access(p_caller, p_patient_id) then
    v_refusal := null;
  end if;
  if v_refusal is not null or p_appointment_id is null then
    return v_refusal;
  end if;

  select * into v_appointment
  from public.appointments
  where id = p_appointment_id
    and (
      patient_id = p_caller.user_id
      or (provider_id = p_caller.user_id and private.has_care_relationship(p_caller, patient_id))
    );
  return case
    when v_appointment.id is null then 'APPOINTMENT_NOT_FOUND'
    when v_appointment.patient_id <> p_patient_id then 'INVALID_REQUEST'
  end;
end;
$$;

comment on function private.history_refusal(private.caller, uuid, uuid) is
  'Why the caller may not read this patient''s history, or not together with this appointment; null when they may, an emergency access included, whose use is counted. INVALID_REQUEST: the appointment is theirs to see but another patient''s.';
