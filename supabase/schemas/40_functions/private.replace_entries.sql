create function private.replace_entries(
  p_patient_id uuid, p_before private.record_entry[], p_after private.record_entry[]
) returns uuid[]
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_gone uuid[] := array(
    select before.id from unnest(p_before) as before
    except
    select after.id from unnest(p_after) as after
  );
  v_written uuid[];
  v_named uuid[];
begin
  if cardinality(p_before) + cardinality(p_after) = 0 then
    return '{}';
  end if;
  if cardinality(v_gone) > 0 then
    delete from private.record_substances where patient_id = p_patient_id and entry_id = any (v_gone);
    delete from private.record_entries where patient_id = p_patient_id and id = any (v_gone);
  end if;

  with written as (
    insert into private.record_entries as entry (
      patient_id, id, section, neighbourhood, place, key, item, last_confirmed, sha256
    )
    select p_patient_id, after.id, after.section, after.neighbourhood, after.place, after.key, after.item,
      after.last_confirmed, private.record_part_sha256(after.section, after.item)
    from unnest(p_after) as after
    on conflict (patient_id, id) do update
    set neighbourhood = excluded.neighbourhood, place = excluded.place, key = excluded.key, item = excluded.item,
      last_confirmed = excluded.last_confirmed, sha256 = excluded.sha256
    where entry.sha256 <> excluded.sha256 or entry.place <> excluded.place or entry.neighbourhood <> excluded.neighbourhood
    returning entry.id
  )
  select coalesce(array_agg(written.id), '{}') into v_written from written;

  v_named := array(
    select after.id
    from unnest(p_after) as after
    left join unnest(p_before) as before on before.id = after.id
    where after.substances is not null
      and (after.substances <@ before.substances and before.substances <@ after.substances) is not true
  );
  if cardinality(v_named) > 0 then
    delete from private.record_substances where patient_id = p_patient_id and entry_id = any (v_named);
    insert into private.record_substances (patient_id, substance, section, entry_id)
    select p_patient_id, named.substance, after.section, after.id
    from unnest(p_after) as after
    cross join lateral unnest(after.substances) as named (substance)
    where after.id = any (v_named) and named.substance is not null
    on conflict do nothing;
  end if;
  return v_gone || v_written;
end;
$$;

comment on function private.replace_entries(uuid, private.record_entry[], private.record_entry[]) is
  'Puts entries in the place of those that stood for the same neighbourhoods. Returns the ids of what went, came or changed.';
