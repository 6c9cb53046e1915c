create function private.use_emergency_access(p_caller private.caller, p_patient_id uuid) returns boolean
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  if p_caller.may_practise is not true then
    return false;
  end if;
  -- In the order in which openings and revocations lock them; whatever ended while we waited is none to choose from.
  perform from public.emergency_accesses
  where provider_id = p_caller.user_id and patient_id = p_patient_id
  order by id
  for no key update;
  -- Counted where it is answered on: there is no use that leaves no trace, and a revocation waits for us or us for it.
  update public.emergency_accesses
  set reads = reads + 1, last_read_at = now()
  where id = (
    select id from public.emergency_accesses
    where provider_id = p_caller.user_id and patient_id = p_patient_id and revoked_at is null and expires_at > now()
    order by opened_at desc, id desc
    limit 1
  );
  return found;
end;
$$;

comment on function private.use_emergency_access(private.caller, uuid) is
  'Whether the caller is a practising provider who opened an emergency access to this patient that is neither over nor revoked; counts the use, on the newest.';
