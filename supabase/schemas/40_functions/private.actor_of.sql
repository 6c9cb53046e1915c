create function private.actor_of(
  p_actor_uid text, p_patient_id uuid, out actor_id uuid, out actor_role text
)
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  if current_setting('role', true) = 'service_role' and private.worker_refusal() is null then
    actor_role := 'worker';
    return;
  end if;
  select users.id, case
      when users.id = p_patient_id then 'patient'
      when providers.user_id is not null then 'provider'
      when administrators.user_id is not null then 'administrator'
      when patients.user_id is not null then 'patient'
      else 'unknown'
    end
  into actor_id, actor_role
  from public.users as users
  left join public.patient_profiles as patients on patients.user_id = users.id
  left join public.medical_provider_profiles as providers on providers.user_id = users.id
  left join public.administrator_profiles as administrators on administrators.user_id = users.id
  where users.firebase_uid = p_actor_uid;
  actor_role := coalesce(actor_role, 'unknown');
end;
$$;

comment on function private.actor_of(text, uuid) is
  'Who a Firebase uid is and in which role they act towards this patient, whether accepted or not; worker for the service key.';
