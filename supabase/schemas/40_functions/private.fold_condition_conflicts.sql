create function private.fold_condition_conflicts(
  p_entries private.record_entry[], p_statements private.record_statement[]
) returns private.record_entry[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return array(
    with candidate as (
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
            (entry.item #> '{provenance,first_seen}')
              || jsonb_build_object('item_id', entry.item -> 'id', 'value', entry.item -> 'name')
            order by entry.neighbourhood <> candidate.alone, entry.neighbourhood collate "C"
          )
        ) as conflict
      from candidate
      join unnest(p_entries) as entry on entry.section = 'conditions' and entry.neighbourhood = candidate.item_key
      group by candidate.alone
    )
    select private.record_conflict_entry('conditions|' || conflicts.alone, conflicts.conflict) from conflicts
  );
end;
$$;

comment on function private.fold_condition_conflicts(private.record_entry[], private.record_statement[]) is
  'Conflicts about conditions: ambiguous_identity, where an entry could be several others.';
