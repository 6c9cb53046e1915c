create function private.participant_refusal(p_caller private.caller, p_encounter public.video_call_sessions) returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  return case
    when p_caller.refusal is not null then p_caller.refusal
    when p_encounter.id is null then 'SESSION_NOT_FOUND'
    when p_encounter.patient_id = p_caller.user_id then null
    else private.provider_refusal(p_caller, p_encounter)
  end;
end;
$$;

comment on function private.participant_refusal(private.caller, public.video_call_sessions) is
  'Why the caller may not take part in an encounter that private.lock_encounter returned, as its patient or its provider; null when they may.';
