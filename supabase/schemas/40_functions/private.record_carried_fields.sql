create function private.record_carried_fields(p_statements private.record_statement[], p_history private.record_value[])
returns table (item_key text, carried_fields jsonb)
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with regimen_field as (
      select history.item_key, history.field,
        max(history.ordinal) as last_stated,
        max(history.ordinal) filter (where history.is_change) as last_changed
      from unnest(p_history) as history
      where history.section = 'medications' and history.field in ('dose', 'frequency', 'route')
      group by history.item_key, history.field
    ),
    activity as (
      select ordered.item_key, ordered.ordinality as ordinal, ordered.facts ->> 'activity' as activity,
        lag(ordered.facts ->> 'activity') over (partition by ordered.item_key order by ordered.ordinality) as previous
      from unnest(p_statements) with ordinality as ordered
      where ordered.section = 'medications' and ordered.facts ->> 'activity' is not null
    ),
    change as (
      select regimen_field.item_key, regimen_field.field, regimen_field.last_stated, regimen_field.last_changed as ordinal
      from regimen_field
      union all
      select activity.item_key, null, null, activity.ordinal from activity
      where activity.activity = 'active' and activity.previous <> 'active'
    ),
    compared as (
      select change.*, max(change.ordinal) over (partition by change.item_key) as last_change from change
    )
    select compared.item_key, jsonb_agg(compared.field order by compared.field collate "C")
    from compared
    where compared.last_stated < compared.last_change
    group by compared.item_key;
end;
$$;

comment on function private.record_carried_fields(private.record_statement[], private.record_value[]) is
  'Per medication the fields of its regimen (dose, frequency, route) that were stated before another one changed, or before it was taken up again, and not since: nobody ever said the regimen they make together.';
