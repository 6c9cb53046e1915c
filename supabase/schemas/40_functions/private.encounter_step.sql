create function private.encounter_step(p_encounter_status text) returns integer
language sql
immutable
security invoker
set search_path = ''
as $$
  select array_position(
    array[
      'scheduled', 'precheck_open', 'ready_to_start', 'in_call', 'call_ended',
      'soap_drafting', 'soap_ready', 'soap_editing', 'soap_signed', 'closed'
    ],
    p_encounter_status
  )
$$;

comment on function private.encounter_step(text) is 'Place of a status in the life of an encounter, from 1 (scheduled) to 10 (closed).';
