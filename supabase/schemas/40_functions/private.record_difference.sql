create function private.record_difference(p_before jsonb, p_after jsonb) returns jsonb
language sql
immutable
security invoker
set search_path = ''
as $$
  with change as (
    select coalesce(after.section, before.section) as section, coalesce(after.id, before.id) as id,
      before.content as before, after.content as after,
      case when before.id is null then 'added' when after.id is null then 'removed' else 'updated' end as change
    from private.record_content(p_before) as before
    full join private.record_content(p_after) as after on after.section = before.section and after.id = before.id
    where before.content is distinct from after.content
  ),
  conflict as (
    select coalesce(after.conflict, before.conflict) as conflict, after.conflict is not null as is_open
    from jsonb_array_elements(p_before -> 'conflicts') as before (conflict)
    full join jsonb_array_elements(p_after -> 'conflicts') as after (conflict)
      on after.conflict ->> 'id' = before.conflict ->> 'id'
    where before.conflict is null or after.conflict is null
  )
  select jsonb_build_object(
    'items', (
      select coalesce(jsonb_agg(
        jsonb_build_object('section', section, 'id', id, 'change', change, 'before', before, 'after', after)
        order by section collate "C", id collate "C"
      ), '[]')
      from change
    ),
    'conflicts', (
      select jsonb_build_object(
        'opened', coalesce(jsonb_agg(conflict order by conflict ->> 'id' collate "C") filter (where is_open), '[]'),
        'closed', coalesce(jsonb_agg(conflict order by conflict ->> 'id' collate "C") filter (where not is_open), '[]')
      )
      from conflict
    )
  )
$$;

comment on function private.record_difference(jsonb, jsonb) is
  'What tells two records of one patient apart: items[] {section, id, change (added, updated, removed), before, after}, without what every mention moves; conflicts {opened[], closed[]}.';
