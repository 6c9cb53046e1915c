create function private.read_record(p_patient_id uuid) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_found record;
begin
  select profile.cumulative_medical_record as record,
    profile.medical_record_last_updated_at is not null as is_written,
    exists (
      select from public.soap_notes as note
      where note.patient_id = p_patient_id and note.status = 'signed' and note.merged_at is null
    ) as is_behind,
    exists (
      select from private.record_states as state
      where state.patient_id = p_patient_id and state.rules_version = private.record_rules_version()
    ) as is_of_these_rules
  into v_found
  from public.patient_profiles as profile
  where profile.user_id = p_patient_id;

  -- A signed note whose merge call never came is merged by whoever reads next, and a record of other rules is rebuilt.
  if v_found.is_behind then
    perform private.merge_pending_notes(p_patient_id);
  elsif v_found.is_written and not v_found.is_of_these_rules then
    perform private.ensure_state(p_patient_id);
  elsif v_found.is_written then
    return v_found.record;
  elsif v_found.is_written is false then
    return private.fold_notes('{}');
  end if;
  return (select cumulative_medical_record from public.patient_profiles where user_id = p_patient_id);
end;
$$;

comment on function private.read_record(uuid) is
  'The patient''s cumulative record with every signed note in it; the empty record, in full shape, where nothing was signed yet; null without a profile.';
