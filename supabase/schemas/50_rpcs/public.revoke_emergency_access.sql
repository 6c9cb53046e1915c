create function public.revoke_emergency_access(p_emergency_access_id uuid) returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.revoke_emergency_access(p_emergency_access_id)
$$;

comment on function public.revoke_emergency_access(uuid) is
  'Ends an emergency access at once, and whatever else its provider has open to the patient, as the patient, the provider or an administrator who sees it; for 24 hours after a patient''s or an administrator''s no, that provider opens none. Answers {emergencyAccessId, patientId, openedAt, expiresAt, revokedAt, replayed}. Refuses: NOT_FOUND.';

grant execute on function public.revoke_emergency_access(uuid) to authenticated;
