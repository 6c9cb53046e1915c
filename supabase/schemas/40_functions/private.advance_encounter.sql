create function private.advance_encounter(p_encounter_id uuid, p_encounter_status text, p_soap_status text) returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  update public.video_call_sessions
  set
    encounter_status = case
      when private.encounter_step(encounter_status) < private.encounter_step(p_encounter_status) then p_encounter_status
      else encounter_status
    end,
    soap_status = p_soap_status
  where id = p_encounter_id
$$;

comment on function private.advance_encounter(uuid, text, text) is
  'Sets where an encounter''s note stands, and moves the encounter itself forward to the given status unless it is further already.';
