create function private.keep_emergency_access() returns trigger
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  if tg_op = 'DELETE'
    or (new.id, new.provider_id, new.patient_id, new.reason, new.facility_name, new.opened_at, new.expires_at)
      is distinct from (old.id, old.provider_id, old.patient_id, old.reason, old.facility_name, old.opened_at, old.expires_at)
    or (
      old.revoked_at is not null
      and (new.revoked_at, new.revoked_by) is distinct from (old.revoked_at, old.revoked_by)
      and (old.revoked_by <> old.provider_id or new.revoked_by is not distinct from old.provider_id or new.revoked_by is null)
    )
    or new.reads < old.reads then
    raise exception 'Cannot % emergency_accesses: what was opened stays on record', lower(tg_op) using errcode = '42501';
  end if;
  return new;
end;
$$;

comment on function private.keep_emergency_access() is
  'Trigger: of an emergency access only its uses and its revocation are ever written after it was opened, whoever asks; a no of the patient or an administrator takes the place of the provider''s own ending, and nothing takes its place.';
