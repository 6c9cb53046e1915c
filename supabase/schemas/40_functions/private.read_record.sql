create function private.read_record(p_patient_id uuid) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_record jsonb;
begin
  -- A signed note whose merge call never came is merged by whoever reads next.
  if exists (
    select from public.soap_notes where patient_id = p_patient_id and status = 'signed' and merged_at is null
  ) then
    perform private.merge_pending_notes(p_patient_id);
  end if;

  select cumulative_medical_record into v_record from public.patient_profiles where user_id = p_patient_id;
  return case v_record when '{}' then private.fold_record(p_patient_id) else v_record end;
end;
$$;

comment on function private.read_record(uuid) is
  'The patient''s cumulative record with every signed note in it; the empty record, in full shape, where nothing was signed yet; null without a profile.';
