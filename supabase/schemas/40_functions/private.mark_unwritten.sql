create function private.mark_unwritten(
  p_patient_id uuid, p_before private.record_entry[], p_after private.record_entry[]
) returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  update private.record_states as state
  set unwritten_sections = array(
    select unnest(state.unwritten_sections)
    union select entry.section from unnest(p_before || p_after) as entry
    union select 'list_states'
  )
  where state.patient_id = p_patient_id;
end;
$$;

comment on function private.mark_unwritten(uuid, private.record_entry[], private.record_entry[]) is
  'Remembers the sections the column has yet to follow.';
