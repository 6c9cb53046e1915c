create function private.read_record(p_patient_id uuid) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_profile record;
begin
  -- A signed note whose merge call never came is merged by whoever reads next, and a record of other rules is rebuilt.
  if exists (
    select from public.soap_notes where patient_id = p_patient_id and status = 'signed' and merged_at is null
  ) then
    perform private.merge_pending_notes(p_patient_id);
  elsif exists (
    select from public.patient_profiles where user_id = p_patient_id and medical_record_last_updated_at is not null
  ) then
    perform private.ensure_state(p_patient_id);
  end if;

  select cumulative_medical_record, medical_record_last_updated_at is not null as is_written into v_profile
  from public.patient_profiles
  where user_id = p_patient_id;
  if v_profile.is_written is false then
    return private.fold_notes('{}');
  end if;
  return v_profile.cumulative_medical_record;
end;
$$;

comment on function private.read_record(uuid) is
  'The patient''s cumulative record with every signed note in it; the empty record, in full shape, where nothing was signed yet; null without a profile.';
