create function public.revoke_emergency_access(p_emergency_access_id uuid) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_access private.access := private.open_access('revoke_emergency_access', 'U', 'emergency_access', p_emergency_access_id);
begin
  if v_access.refusal is not null then
    return v_access.refusal;
  end if;
  return private.close_access(v_access, private.revoke_emergency_access(p_emergency_access_id));
end;
$$;

comment on function public.revoke_emergency_access(uuid) is
  'Ends an emergency access at once, and whatever else its provider has open to the patient, as the patient, the provider or an administrator who sees it; for 24 hours after a patient''s or an administrator''s no, that provider opens none. Answers {emergencyAccessId, patientId, openedAt, expiresAt, revokedAt, replayed}. Refuses: NOT_FOUND.';

grant execute on function public.revoke_emergency_access(uuid) to authenticated;
