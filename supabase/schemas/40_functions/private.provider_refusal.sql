create function private.provider_refusal(p_caller private.caller, p_encounter public.video_call_sessions) returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  return case
    when p_caller.refusal is not null then p_caller.refusal
    when p_caller.is_provider and not p_caller.may_practise then 'FORBIDDEN'
    when p_encounter.id is null then 'SESSION_NOT_FOUND'
    when p_encounter.provider_id <> p_caller.user_id then 'FORBIDDEN'
    when not private.has_care_relationship(p_caller, p_encounter.patient_id) then 'SESSION_NOT_FOUND'
  end;
end;
$$;

comment on function private.provider_refusal(private.caller, public.video_call_sessions) is
  'Why the caller may not act as the provider of an encounter that private.lock_encounter returned; null when they may. Its patient is FORBIDDEN, everybody else finds nothing.';
