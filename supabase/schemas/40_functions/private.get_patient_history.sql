-- Definer: the record may have to be brought up to date first, which clients cannot do.
create function private.get_patient_history(p_patient_id uuid, p_appointment_id uuid, p_cursor text) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot read patient history: ';
  v_caller private.caller := private.current_caller();
  v_code text := private.history_refusal(v_caller, p_patient_id, p_appointment_id);
  v_is_emergency boolean;
  v_record jsonb;
begin
  if v_code is not null then
    return private.refuse(v_code, c_action || coalesce(private.error_state(v_code), 'Patient ID mismatch'));
  end if;
  if not private.is_notes_cursor(p_cursor) then
    return private.refuse('INVALID_REQUEST', c_action || 'cursor is not one we gave');
  end if;

  v_is_emergency := private.patient_refusal(v_caller, p_patient_id) is not null;
  v_record := case when v_is_emergency then private.view_record(p_patient_id) else private.read_record(p_patient_id) end;
  return jsonb_build_object(
      'hasHistory', (v_record #>> '{metadata,total_visits}')::integer > 0,
      'patientData', private.history_patient_data(p_patient_id, p_appointment_id, v_record)
        || case when v_is_emergency then '{"email": null, "phone": null}'::jsonb else '{}' end,
      'record', v_record
    )
    || private.history_past_notes(p_patient_id, p_cursor);
end;
$$;

comment on function private.get_patient_history(uuid, uuid, text) is 'Body of public.get_patient_history. Under an emergency access nothing is written but its use, and what no emergency needs, the patient''s e-mail and phone, is left out.';

grant execute on function private.get_patient_history(uuid, uuid, text) to authenticated;
