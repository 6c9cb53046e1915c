create function private.keep_signed_note() returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  -- What retracting a signed note writes; the note itself stays as it was signed.
  c_retraction constant text[] := array['status', 'retracted_at', 'retracted_by', 'retraction_reason', 'updated_at'];
begin
  if old.status = 'draft' then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' and old.status = 'signed' and new.status = 'retracted'
    and to_jsonb(new) - c_retraction = to_jsonb(old) - c_retraction then
    return new;
  end if;
  raise exception 'Cannot % SOAP note: note is %', pg_catalog.lower(tg_op), old.status using errcode = '42501';
end;
$$;

comment on function private.keep_signed_note() is 'Trigger: a signed note changes in one way only, it is retracted; a retracted one never.';
