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

  select * into v_access from public.emergency_accesses where id = p_emergency_access_id for update;
  if private.may_revoke_emergency_access(v_caller, v_access) is not true then
    return private.refuse('NOT_FOUND', c_action || 'emergency access not found');
  end if;

  v_replayed := v_access.revoked_at is not null;
  if not v_replayed then
    update public.emergency_accesses
    set revoked_at = now(), revoked_by = v_caller.user_id
    where id = v_access.id
    returning * into v_access;
    raise log 'emergency access revoked: %', v_access.id;
  end if;
  return private.emergency_access_answer(v_access, v_replayed);
end;
$$;

comment on function private.revoke_emergency_access(uuid) is 'Body of public.revoke_emergency_access.';

grant execute on function private.revoke_emergency_access(uuid) to authenticated;
