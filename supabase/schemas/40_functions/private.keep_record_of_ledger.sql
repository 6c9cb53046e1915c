create function private.keep_record_of_ledger() returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  if exists (
    select from private.record_states
    where patient_id = new.user_id and is_being_written
      and record_version = new.cumulative_medical_record #>> '{metadata,record_version}'
  ) then
    return new;
  end if;
  if new.cumulative_medical_record is distinct from
    (case tg_op when 'INSERT' then '{}' else old.cumulative_medical_record end) then
    raise exception 'Cannot write cumulative record: it has one writer, the fold' using errcode = '42501';
  end if;
  return new;
end;
$$;

comment on function private.keep_record_of_ledger() is
  'Trigger: the cumulative record is empty, stays as it is, or is written by private.write_record, whoever writes.';
