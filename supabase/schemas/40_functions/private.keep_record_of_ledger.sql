create function private.keep_record_of_ledger() returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_record jsonb := new.cumulative_medical_record;
  v_version text := v_record #>> '{metadata,record_version}';
  v_recorded text;
begin
  if v_record = (case tg_op when 'INSERT' then '{}' else old.cumulative_medical_record end) then
    return new;
  end if;
  -- Whoever makes a version writes it into the journal first; one the journal does not end with, or whose content is not what its version says, is refused.
  select record_version into v_recorded
  from private.record_events
  where patient_id = new.user_id
  order by sequence desc
  limit 1;
  if v_version is distinct from v_recorded
    or v_version is distinct from private.sha256_hex(v_record #- '{metadata,record_version}') then
    raise exception 'Cannot write cumulative record: the journal does not know this one' using errcode = '42501';
  end if;
  return new;
end;
$$;

comment on function private.keep_record_of_ledger() is
  'Trigger: the cumulative record is empty or the version the journal of the record ends with, whole and unchanged, whoever writes.';
