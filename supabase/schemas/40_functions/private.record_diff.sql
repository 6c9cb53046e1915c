-- Definer: see private.record_as_of().
create function private.record_diff(p_patient_id uuid, p_from timestamptz, p_to timestamptz) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot compare records: ';
  v_code text := coalesce(
    private.patient_refusal(private.current_caller(), p_patient_id),
    case
      when p_from is null or p_to is null then 'MISSING_PARAMS'
      when not (private.is_record_moment(p_from) and private.is_record_moment(p_to)) or p_from > p_to then 'INVALID_REQUEST'
    end
  );
  v_from integer;
  v_to integer;
begin
  if v_code is not null then
    return private.refuse(v_code, c_action || coalesce(private.error_state(v_code), 'times are in the wrong order, or not of the years 1 to 9999'));
  end if;
  perform private.read_record(p_patient_id);
  v_from := private.record_sequence_at(p_patient_id, p_from);
  v_to := private.record_sequence_at(p_patient_id, p_to);
  return jsonb_build_object(
    'patientId', p_patient_id,
    'from', private.record_version_answer(p_patient_id, p_from),
    'to', private.record_version_answer(p_patient_id, p_to),
    'events', private.record_events_between(p_patient_id, v_from, v_to),
    'changes', private.record_difference(private.record_at(p_patient_id, v_from), private.record_at(p_patient_id, v_to))
  );
end;
$$;

comment on function private.record_diff(uuid, timestamptz, timestamptz) is 'Body of public.record_diff.';

grant execute on function private.record_diff(uuid, timestamptz, timestamptz) to authenticated;
