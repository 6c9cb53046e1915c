create function private.rebuild_record(p_patient_id uuid) returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_profile public.patient_profiles;
  v_version text;
begin
  select * into v_profile from public.patient_profiles where user_id = p_patient_id for no key update;
  if not found then
    return null;
  end if;
  if v_profile.cumulative_medical_record <> '{}'
    and v_profile.cumulative_medical_record #>> '{metadata,record_version}' is null then
    raise exception 'Cannot rebuild record: the stored one was not made from notes';
  end if;

  v_version := private.fold_state(p_patient_id);
  if cardinality(private.counting_notes(p_patient_id)) = 0 and v_profile.cumulative_medical_record = '{}' then
    return v_version;
  end if;
  if v_version is distinct from v_profile.cumulative_medical_record #>> '{metadata,record_version}' then
    perform private.record_event(p_patient_id, 'rebuild', v_version);
  end if;
  perform private.write_record(p_patient_id, v_profile.medical_record_last_soap_note_id);
  return v_version;
end;
$$;

comment on function private.rebuild_record(uuid) is
  'Makes a patient''s record anew from the notes that are merged: ledger, entries, column. Returns its version, null when there is no such patient. Safe at any time: it waits for a merge, and a merge for it.';
