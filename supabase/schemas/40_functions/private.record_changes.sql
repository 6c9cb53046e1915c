create function private.record_changes(
  p_before private.record_entry[], p_after private.record_entry[], p_note_id uuid
) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  c_kinds constant text[] := array['added', 'updated', 'confirmed', 'carried', 'joined', 'conflicts'];
  c_sections constant text[] := array[
    'conditions', 'medications', 'allergies', 'surgical_history', 'family_history', 'social_history',
    'vital_trends', 'review_of_systems_trends', 'physical_exam_findings'
  ];
begin
  return (
    with before as (
      select part.* from private.record_entry_parts(p_before) as part
    ),
    after as (
      select part.* from private.record_entry_parts(p_after) as part
    ),
    change as (
      select coalesce(after.section, before.section) as section, coalesce(after.id, before.id) as id,
        case
          when after.id is null then case when before.section <> 'conflicts' then 'joined' end
          when after.section = 'conflicts' then case when before.id is null then 'conflicts' end
          when before.id is null then 'added'
          when before.content is distinct from after.content then 'updated'
          when after.source_notes ? p_note_id::text then 'confirmed'
        end as kind,
        coalesce(after.about, after.section, before.section) as about,
        after.carried_fields <> '[]' and after.carried_fields is distinct from before.carried_fields as is_carried
      from before
      full join after on after.section = before.section and after.id = before.id
    ),
    named as (
      select change.about as section, change.kind, change.id from change where change.kind is not null
      union all
      select change.section, 'carried', change.id from change where change.is_carried
    ),
    kinds as (
      select named.section, named.kind, jsonb_agg(named.id order by named.id collate "C") as ids
      from named
      group by named.section, named.kind
    )
    select jsonb_object_agg(
      sections.name,
      (
        select jsonb_object_agg(kind.name, coalesce(kinds.ids, '[]'))
        from unnest(c_kinds) as kind (name)
        left join kinds on kinds.section = sections.name and kinds.kind = kind.name
      )
    )
    from unnest(c_sections) as sections (name)
  );
end;
$$;

comment on function private.record_changes(private.record_entry[], private.record_entry[], uuid) is
  'What a note changed, per section: ids of the items it added, updated and confirmed, of those that carry a field since (carried_fields), of those that joined another item and ended as one of their own, and of the conflicts it opened.';
