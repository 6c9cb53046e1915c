create function private.record_condition_neighbours(p_patient_id uuid, p_entries text[], out entries text[], out do_meet boolean)
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_waiting text[] := p_entries;
begin
  entries := p_entries;
  do_meet := false;
  while cardinality(v_waiting) > 0 loop
    v_waiting := array(select private.record_condition_meets(p_patient_id, v_waiting));
    do_meet := do_meet or cardinality(v_waiting) > 0;
    v_waiting := array(select unnest(v_waiting) except select unnest(entries));
    entries := entries || v_waiting;
  end loop;
end;
$$;

comment on function private.record_condition_neighbours(uuid, text[]) is
  'The entries that private.record_condition_identity has to see together to decide about these: the closure of private.record_condition_meets; and whether any of them meets another.';
