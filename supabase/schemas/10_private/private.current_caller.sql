-- Definer: identity is decided from rows the caller may not read, before any row of theirs is known.
create function private.current_caller() returns private.caller
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  v_claims jsonb := private.token_claims();
  v_user record;
  v_caller private.caller;
begin
  if not private.token_is_ours() or jsonb_typeof(v_claims -> 'sub') is distinct from 'string' then
    v_caller.refusal := 'INVALID_FIREBASE_TOKEN';
    return v_caller;
  end if;

  if v_claims -> 'role' is distinct from '"authenticated"'::jsonb then
    v_caller.refusal := 'ROLE_CLAIM_MISSING';
    return v_caller;
  end if;

  select users.id, users.disabled_at, users.tokens_valid_after,
    patients.user_id is not null as is_patient,
    providers.user_id is not null as is_provider,
    providers.approved_at is not null and providers.suspended_at is null as may_practise
  into v_user
  from public.users as users
  left join public.patient_profiles as patients on patients.user_id = users.id
  left join public.medical_provider_profiles as providers on providers.user_id = users.id
  where users.firebase_uid = v_claims ->> 'sub';

  v_caller.refusal := case
    when v_user.id is null then 'USER_NOT_PROVISIONED'
    when v_user.disabled_at is not null then 'USER_DISABLED'
    when private.token_is_revoked(v_claims, v_user.tokens_valid_after) then 'TOKEN_REVOKED'
  end;
  if v_caller.refusal is null then
    v_caller.user_id := v_user.id;
    v_caller.is_patient := v_user.is_patient;
    v_caller.is_provider := v_user.is_provider;
    v_caller.may_practise := v_user.may_practise;
  end if;
  return v_caller;
end;
$$;

comment on function private.current_caller() is
  'Who is calling, from the Firebase uid in sub and nothing else: an accepted person, or the code to refuse with (INVALID_FIREBASE_TOKEN, ROLE_CLAIM_MISSING, USER_NOT_PROVISIONED, USER_DISABLED, TOKEN_REVOKED).';
