create function private.purpose_of(p_event audit.events) returns text
language sql
volatile
security invoker
set search_path = ''
as $$
  select case
    when p_event.actor_id = p_event.patient_id then 'PATRQT'
    when p_event.actor_role = 'worker' then 'TREAT'
    when p_event.actor_role <> 'provider' then 'HOPERAT'
    when exists (
      select from private.care_relationships
      where provider_id = p_event.actor_id and patient_id = p_event.patient_id and state = 'live'
    ) then 'TREAT'
    -- A provider without a care relationship was served: nothing but an emergency access opens that.
    else 'BTG'
  end
$$;

comment on function private.purpose_of(audit.events) is 'HL7 v3 PurposeOfUse of an access that was granted: what it rested on.';
