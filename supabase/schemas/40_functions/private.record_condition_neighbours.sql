create function private.record_condition_neighbours(p_patient_id uuid, p_entries text[]) returns text[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_known text[] := '{}';
  v_waiting text[] := p_entries;
  v_entry text;
begin
  while cardinality(v_waiting) > 0 loop
    v_entry := v_waiting[1];
    v_known := v_known || v_entry;
    v_waiting := array(
      select unnest(v_waiting)
      union
      select next from private.record_condition_meets(p_patient_id, v_entry) as next
      except
      select unnest(v_known)
    );
  end loop;
  return v_known;
end;
$$;

comment on function private.record_condition_neighbours(uuid, text[]) is
  'The entries that private.record_condition_identity has to see together to decide about these: the closure of private.record_condition_meets.';
