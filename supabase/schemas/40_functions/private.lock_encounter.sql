create function private.lock_encounter(p_caller private.caller, p_encounter_id uuid) returns public.video_call_sessions
language sql
volatile
security invoker
set search_path = ''
as $$
  select encounter
  from public.video_call_sessions as encounter
  where encounter.id = p_encounter_id
    and p_caller.user_id in (encounter.provider_id, encounter.patient_id)
  for update
$$;

comment on function private.lock_encounter(private.caller, uuid) is
  'The encounter, locked until the transaction ends, so that everything that changes it takes turns; null for who takes no part in it.';
