create function private.record_changes(p_before jsonb, p_after jsonb, p_note_id uuid) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    with change as (
      select coalesce(after.section, before.section) as section, coalesce(after.id, before.id) as id,
        case
          when after.id is null then 'joined'
          when before.id is null then 'added'
          when before.content is distinct from after.content then 'updated'
          when after.source_notes ? p_note_id::text then 'confirmed'
        end as kind
      from private.record_content(p_before) as before
      full join private.record_content(p_after) as after on after.section = before.section and after.id = before.id
      union all
      select after.section, after.id, 'carried'
      from private.record_content(p_after) as after
      left join private.record_content(p_before) as before on before.section = after.section and before.id = after.id
      where after.carried_fields <> '[]' and after.carried_fields is distinct from before.carried_fields
      union all
      select conflict ->> 'section', conflict ->> 'id', 'conflicts'
      from jsonb_array_elements(p_after -> 'conflicts') as conflict
      where not (p_before -> 'conflicts') @> jsonb_build_array(jsonb_build_object('id', conflict -> 'id'))
    ),
    kinds as (
      select section.section, kind.kind, jsonb_agg(change.id order by change.id collate "C") filter (where change.id is not null) as ids
      from unnest(array['added', 'updated', 'confirmed', 'carried', 'joined', 'conflicts']) as kind (kind)
      cross join unnest(array[
        'conditions', 'medications', 'allergies', 'surgical_history', 'family_history', 'social_history',
        'vital_trends', 'review_of_systems_trends', 'physical_exam_findings'
      ]) as section (section)
      left join change on change.section = section.section and change.kind = kind.kind
      group by section.section, kind.kind
    ),
    sections as (
      select kinds.section, jsonb_object_agg(kinds.kind, coalesce(kinds.ids, '[]')) as changes
      from kinds
      group by kinds.section
    )
    select jsonb_object_agg(sections.section, sections.changes) from sections
  );
end;
$$;

comment on function private.record_changes(jsonb, jsonb, uuid) is
  'What a note changed, per section: ids of the items it added, updated and confirmed, of those that carry a field since (carried_fields), of those that joined another item and ended as one of their own, and of the conflicts it opened.';
