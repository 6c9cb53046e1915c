create function private.record_changes(
  p_before private.record_entry[], p_after private.record_entry[], p_note_id uuid
) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  c_nothing constant jsonb := '{"added": [], "updated": [], "confirmed": [], "carried": [], "joined": [], "conflicts": []}';
  c_sections constant text[] := array[
    'conditions', 'medications', 'allergies', 'surgical_history', 'family_history', 'social_history',
    'vital_trends', 'review_of_systems_trends', 'physical_exam_findings'
  ];
begin
  return (
    with item as (
      select coalesce(after.section, before.section) as section, coalesce(after.item, before.item) ->> 'id' as id,
        before.id is null as is_new, after.id is null as is_gone,
        -- What every mention moves is no change of content.
        before.item - '{provenance,last_updated}'::text[] is distinct from after.item - '{provenance,last_updated}'::text[]
          as is_other,
        after.item #> '{provenance,source_notes}' ? p_note_id::text as is_told,
        coalesce(after.item ->> 'section', '') as about,
        coalesce(after.item -> 'carried_fields', '[]') as carried_fields,
        coalesce(before.item -> 'carried_fields', '[]') as carried_before
      from (select * from unnest(p_before) as entry where not entry.item ? 'series') as before
      full join (select * from unnest(p_after) as entry where not entry.item ? 'series') as after
        on after.section = before.section and after.id = before.id
    ),
    -- A measurement is what its note says, so it comes or goes and never changes.
    measured as (
      select part.section, part.id, bool_or(part.is_after) as is_new
      from (
        select entry.section, jsonb_array_elements(entry.item -> 'series') ->> 'id' as id, false as is_after
        from unnest(p_before) as entry where entry.item ? 'series'
        union all
        select entry.section, jsonb_array_elements(entry.item -> 'series') ->> 'id', true
        from unnest(p_after) as entry where entry.item ? 'series'
      ) as part
      group by part.section, part.id
      having count(*) = 1
    ),
    change as (
      select case item.section when 'conflicts' then item.about else item.section end as section, item.id,
        case
          when item.is_gone then case when item.section <> 'conflicts' then 'joined' end
          when item.section = 'conflicts' then case when item.is_new then 'conflicts' end
          when item.is_new then 'added'
          when item.is_other then 'updated'
          when item.is_told then 'confirmed'
        end as kind
      from item
      union all
      select item.section, item.id, 'carried' from item
      where item.carried_fields <> '[]' and (item.is_new or item.carried_fields <> item.carried_before)
      union all
      select measured.section, measured.id, case when measured.is_new then 'added' else 'joined' end from measured
    ),
    kinds as (
      select change.section, change.kind, jsonb_agg(change.id order by change.id collate "C") as ids
      from change
      where change.kind is not null
      group by change.section, change.kind
    ),
    sections as (
      select kinds.section, jsonb_object_agg(kinds.kind, kinds.ids) as kinds from kinds group by kinds.section
    )
    select jsonb_object_agg(named.section, c_nothing || coalesce(sections.kinds, '{}'))
    from unnest(c_sections) as named (section)
    left join sections on sections.section = named.section
  );
end;
$$;

comment on function private.record_changes(private.record_entry[], private.record_entry[], uuid) is
  'What a note changed, per section: ids of the items it added, updated and confirmed, of those that carry a field since (carried_fields), of those that joined another item and ended as one of their own, and of the conflicts it opened.';
