create function private.keep_record_of_ledger() returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_record jsonb := new.cumulative_medical_record;
  v_version text := v_record #>> '{metadata,record_version}';
begin
  if v_record = (case tg_op when 'INSERT' then '{}' else old.cumulative_medical_record end) then
    return new;
  end if;
  -- The merge writes its ledger row first; a record nobody merged, or whose content is not what its version says, is refused.
  if v_version is distinct from private.sha256_hex(v_record #- '{metadata,record_version}')
    or not exists (
      select from public.soap_note_merges where patient_id = new.user_id and record_version = v_version
    ) then
    raise exception 'Cannot write cumulative record: no merge made this one' using errcode = '42501';
  end if;
  return new;
end;
$$;

comment on function private.keep_record_of_ledger() is
  'Trigger: the cumulative record is empty or one that the merge ledger accounts for, whole and unchanged, whoever writes.';
