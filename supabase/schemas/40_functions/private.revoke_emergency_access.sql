-- Definer: clients have no UPDATE on emergency accesses; who may revoke is decided here.
create function private.revoke_emergency_access(p_emergency_access_id uuid) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot revoke emergency access: ';
  v_caller private.caller := private.current_caller();
  v_access public.emergency_accesses;
  v_replayed boolean;
begin
  if v_caller.refusal is not null then
    return private.refuse(v_caller.refusal, c_action || private.error_state(v_caller.refusal));
  end if;

  select * into v_access from public.emergency_accesses where id = p_emergency_access_id;
  if private.may_revoke_emergency_access(v_caller, v_access) is not true then
    return private.refuse('NOT_FOUND', c_action || 'emergency access not found');
  end if;

  -- All of one provider's to one patient end together, and are locked in one order; an opening waits for us, or we for it.
  perform from public.emergency_accesses
  where provider_id = v_access.provider_id and patient_id = v_access.patient_id
  order by id
  for no key update;
  update public.emergency_accesses
  set revoked_at = now(), revoked_by = v_caller.user_id
  where provider_id = v_access.provider_id and patient_id = v_access.patient_id
    and (id = v_access.id or expires_at > now())
    and (revoked_at is null or (revoked_by = provider_id and v_caller.user_id <> provider_id));
  v_replayed := not found;
  if not v_replayed then
    raise log 'emergency access revoked: %', v_access.id;
  end if;
  select * into v_access from public.emergency_accesses where id = v_access.id;
  return private.emergency_access_answer(v_access, v_replayed);
end;
$$;

comment on function private.revoke_emergency_access(uuid) is 'Body of public.revoke_emergency_access.';

grant execute on function private.revoke_emergency_access(uuid) to authenticated;
