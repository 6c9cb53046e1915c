-- Definer: clients do not read the journal, and the record may have to be brought up to date first.
create function private.record_as_of(p_patient_id uuid, p_at timestamptz) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot read record as of a time: ';
  v_code text := coalesce(
    private.patient_refusal(private.current_caller(), p_patient_id),
    case when p_at is null then 'MISSING_PARAMS' when not private.is_record_moment(p_at) then 'INVALID_REQUEST' end
  );
begin
  if v_code is not null then
    return private.refuse(v_code, c_action || coalesce(private.error_state(v_code), 'time is not of the years 1 to 9999'));
  end if;
  perform private.read_record(p_patient_id);
  return private.record_version_answer(p_patient_id, p_at) || jsonb_build_object(
    'patientId', p_patient_id, 'record', private.record_at(p_patient_id, private.record_sequence_at(p_patient_id, p_at))
  );
end;
$$;

comment on function private.record_as_of(uuid, timestamptz) is 'Body of public.record_as_of.';

grant execute on function private.record_as_of(uuid, timestamptz) to authenticated;
