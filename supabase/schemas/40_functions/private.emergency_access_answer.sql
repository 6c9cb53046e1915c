create function private.emergency_access_answer(p_access public.emergency_accesses, p_replayed boolean) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'emergencyAccessId', p_access.id,
    'patientId', p_access.patient_id,
    'openedAt', private.utc_text(p_access.opened_at),
    'expiresAt', private.utc_text(p_access.expires_at),
    'revokedAt', private.utc_text(p_access.revoked_at),
    'replayed', p_replayed
  )
$$;

comment on function private.emergency_access_answer(public.emergency_accesses, boolean) is
  'An emergency access as the RPCs answer it: {emergencyAccessId, patientId, openedAt, expiresAt, revokedAt, replayed}.';
