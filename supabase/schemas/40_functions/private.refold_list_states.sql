create function private.refold_list_states(
  p_patient_id uuid,
  p_sections text[],
  p_neighbourhoods text[],
  p_before private.record_entry[],
  p_after private.record_entry[],
  p_claims private.record_statement[]
) returns private.record_entry[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_lists text[] := array(
    select list from unnest(private.record_lists()) as list
    where list = any (p_sections) or list || ':none_known' = any (p_neighbourhoods)
  );
  v_gone uuid[] := array(select entry.id from unnest(p_before) as entry);
begin
  return private.fold_list_states(
    v_lists,
    p_after || array(
      select row(list.name, null, null, null, null, picked.item, picked.last_confirmed, null)::private.record_entry
      from unnest(v_lists) as list (name)
      cross join lateral (
        (
          select entry.item, entry.last_confirmed from private.record_entries as entry
          where entry.patient_id = p_patient_id and entry.section = list.name and entry.last_confirmed is not null
            and entry.id <> all (v_gone)
          order by entry.last_confirmed desc
          limit 1
        )
        union all
        (
          select entry.item, entry.last_confirmed from private.record_entries as entry
          where entry.patient_id = p_patient_id and entry.section = list.name
            and entry.item ->> 'clinical_status' is distinct from 'refuted' and entry.last_confirmed is not null
            and entry.id <> all (v_gone)
          -- The order keeps the planner on the patient's own index, whatever it thinks of the filter.
          order by entry.last_confirmed desc
          limit 1
        )
      ) as picked
    ),
    p_claims
  );
end;
$$;

comment on function private.refold_list_states(
  uuid, text[], text[], private.record_entry[], private.record_entry[], private.record_statement[]
) is
  'States of the lists these neighbourhoods are of, from the entries that stood there and now stand, and of those that stay the last confirmed one of each list and the last that is not refuted.';
