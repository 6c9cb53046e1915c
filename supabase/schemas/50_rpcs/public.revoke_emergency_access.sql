create function public.revoke_emergency_access(p_emergency_access_id uuid) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.revoke_emergency_access(p_emergency_access_id)
$$;

comment on function public.revoke_emergency_access(uuid) is
  'Ends an emergency access at once, as its patient, its provider or an administrator who sees it: {emergencyAccessId, patientId, openedAt, expiresAt, revokedAt, replayed}. Refuses: NOT_FOUND.';

grant execute on function public.revoke_emergency_access(uuid) to authenticated;
