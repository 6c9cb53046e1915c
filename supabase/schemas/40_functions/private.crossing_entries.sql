create function private.crossing_entries(p_patient_id uuid, p_touched private.record_entry[])
returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_medications uuid[];
  v_allergies uuid[];
begin
  v_medications := array(
    select entry.id from unnest(p_touched) as entry where entry.section = 'medications'
    union
    select link.entry_id
    from unnest(p_touched) as entry
    cross join lateral unnest(entry.substances) as named (substance)
    join private.record_substances as link
      on link.patient_id = p_patient_id and link.section = 'medications' and link.substance = named.substance
    where entry.section = 'allergies'
  );
  v_allergies := array(
    select distinct met.entry_id
    from private.record_substances as taken
    join private.record_substances as met
      on met.patient_id = p_patient_id and met.section = 'allergies' and met.substance = taken.substance
    where taken.patient_id = p_patient_id and taken.entry_id = any (v_medications)
  );
  return query
    select * from private.stored_entries(p_patient_id, v_medications || v_allergies);
end;
$$;

comment on function private.crossing_entries(uuid, private.record_entry[]) is
  'The medications whose conflicts with allergies may have changed with these entries, and every allergy they meet.';
