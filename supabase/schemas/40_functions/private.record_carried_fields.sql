create function private.record_carried_fields(p_statements private.record_statement[])
returns table (item_key text, carried_fields jsonb)
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with regimen_field as materialized (
      select history.item_key, history.field,
        max(history.ordinal) as last_stated,
        max(history.ordinal) filter (where history.is_change) as last_changed
      from private.record_field_history(p_statements) as history
      where history.field in ('dose', 'frequency', 'route')
      group by history.item_key, history.field
    ),
    activity as (
      select ordered.item_key, ordered.ordinal, ordered.facts ->> 'activity' as activity,
        lag(ordered.facts ->> 'activity') over (partition by ordered.item_key order by ordered.ordinal) as previous
      from private.record_in_order(p_statements) as ordered
      where ordered.facts ->> 'activity' is not null
    ),
    change as (
      select regimen_field.item_key, regimen_field.last_changed as ordinal from regimen_field
      union all
      select activity.item_key, activity.ordinal from activity
      where activity.activity = 'active' and activity.previous <> 'active'
    )
    select regimen_field.item_key, jsonb_agg(regimen_field.field order by regimen_field.field collate "C")
    from regimen_field
    where exists (
      select from change
      where change.item_key = regimen_field.item_key and change.ordinal > regimen_field.last_stated
    )
    group by regimen_field.item_key;
end;
$$;

comment on function private.record_carried_fields(private.record_statement[]) is
  'Per medication the fields of its regimen (dose, frequency, route) that were stated before another one changed, or before it was taken up again, and not since: nobody ever said the regimen they make together.';
