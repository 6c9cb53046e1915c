create function private.fold_conditions(p_items private.record_item[], p_statements private.record_statement[])
returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with items as materialized (
      select folded.item_key, folded.place, folded.last_confirmed,
        jsonb_build_object('icd10', null, 'status', null, 'severity', null, 'onset_date', null, 'notes', null)
          || folded.item
          || jsonb_build_object(
            'clinical_status',
            coalesce(private.record_status('condition_status', folded.item ->> 'status'), 'active')
          ) as item
      from unnest(p_items) as folded
      where folded.section = 'conditions'
    ),
    candidate as (
      select distinct statement.item_key as alone, unnest(array[statement.item_key, named.item_key]) as item_key
      from unnest(p_statements) as statement
      cross join lateral jsonb_array_elements_text(statement.facts -> 'candidates') as named (item_key)
      where statement.section = 'conditions'
    ),
    conflicts as (
      select candidate.alone,
        private.record_conflict(
          'ambiguous_identity', 'conditions', null,
          jsonb_agg(
            (items.item #> '{provenance,first_seen}')
              || jsonb_build_object('item_id', items.item -> 'id', 'value', items.item -> 'name')
            order by items.item_key <> candidate.alone, items.item_key collate "C"
          )
        ) as conflict
      from candidate
      join items on items.item_key = candidate.item_key
      group by candidate.alone
    )
    select 'conditions', items.item_key, (items.item ->> 'id')::uuid, items.place, null, items.item, items.last_confirmed,
      null::text[]
    from items
    union all
    select entry.*
    from conflicts
    cross join lateral private.record_conflict_entry('conditions|' || conflicts.alone, conflicts.conflict) as entry;
end;
$$;

comment on function private.fold_conditions(private.record_item[], private.record_statement[]) is
  'Conditions of the record, from items and statements of whole neighbourhoods: id, name, icd10, status (the last note''s own word), clinical_status (active, inactive, resolved, refuted, entered_in_error: what readers filter by), severity, onset_date, notes, provenance; and their conflicts: ambiguous_identity, where an entry could be several others. A word nobody knows, and none at all, read as active.';
