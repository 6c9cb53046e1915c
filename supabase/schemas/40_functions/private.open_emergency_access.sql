-- Definer: clients have no INSERT on emergency accesses.
create function private.open_emergency_access(p_patient_id uuid, p_reason text) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot open emergency access: ';
  v_caller private.caller := private.current_caller();
  v_facility_name text;
  v_access public.emergency_accesses;
  v_replayed boolean;
begin
  if v_caller.refusal is not null then
    return private.refuse(v_caller.refusal, c_action || private.error_state(v_caller.refusal));
  end if;
  if v_caller.may_practise is not true then
    return private.refuse('FORBIDDEN', c_action || private.error_state('FORBIDDEN'));
  end if;
  if p_patient_id is null or btrim(coalesce(p_reason, '')) = '' then
    return private.refuse('MISSING_PARAMS', c_action || private.error_state('MISSING_PARAMS'));
  end if;
  if length(p_reason) > 1000 or length(regexp_replace(private.visible_characters(p_reason), '[^[:alnum:]]', '', 'g')) < 10 then
    return private.refuse('INVALID_REQUEST', c_action || 'reason does not say why in 10 to 1000 characters');
  end if;
  if p_patient_id = v_caller.user_id or private.has_care_relationship(v_caller, p_patient_id) then
    return private.refuse('INVALID_REQUEST', c_action || 'patient''s history is open to the caller already');
  end if;
  if not exists (select from public.patient_profiles where user_id = p_patient_id) then
    return private.refuse('PATIENT_NOT_FOUND', c_action || private.error_state('PATIENT_NOT_FOUND'));
  end if;

  -- One provider's calls take turns, so that two at once open one access; a revocation waits for us, or we for it.
  select facility_name into v_facility_name
  from public.medical_provider_profiles where user_id = v_caller.user_id for no key update;
  perform from public.emergency_accesses
  where provider_id = v_caller.user_id and patient_id = p_patient_id
  order by id
  for share;
  if exists (
    select from public.emergency_accesses
    where provider_id = v_caller.user_id and patient_id = p_patient_id
      and revoked_by <> provider_id and revoked_at > now() - private.emergency_revocation_duration()
  ) then
    return private.refuse('FORBIDDEN', c_action || 'the patient or an administrator revoked it in the last 24 hours');
  end if;

  select * into v_access
  from public.emergency_accesses
  where provider_id = v_caller.user_id and patient_id = p_patient_id and revoked_at is null and expires_at > now()
    and reason = btrim(p_reason);
  v_replayed := found;
  if not v_replayed then
    insert into public.emergency_accesses (provider_id, patient_id, reason, facility_name, expires_at)
    values (v_caller.user_id, p_patient_id, btrim(p_reason), v_facility_name, now() + private.emergency_access_duration())
    returning * into v_access;
    raise log 'emergency access opened: %', v_access.id;
  end if;
  return private.emergency_access_answer(v_access, v_replayed);
end;
$$;

comment on function private.open_emergency_access(uuid, text) is 'Body of public.open_emergency_access.';

grant execute on function private.open_emergency_access(uuid, text) to authenticated;
