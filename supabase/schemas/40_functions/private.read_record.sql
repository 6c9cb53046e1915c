create function private.read_record(p_patient_id uuid) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_record jsonb;
begin
  perform private.merge_pending_notes(p_patient_id);
  select cumulative_medical_record into v_record from public.patient_profiles where user_id = p_patient_id;
  -- A patient without a signed note still has every key a reader looks for.
  return case when v_record = '{}' then private.fold_record(p_patient_id) else v_record end;
end;
$$;

comment on function private.read_record(uuid) is
  'The stored record of a patient, after merging what is signed and not merged yet. Null: no such patient. Whoever calls has authorised the reader.';
