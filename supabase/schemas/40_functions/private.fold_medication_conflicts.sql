create function private.fold_medication_conflicts(
  p_entries private.record_entry[], p_statements private.record_statement[], p_history private.record_value[]
) returns private.record_entry[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- Most often there is nothing to ask: no field carried, no dose changed, no row that could be several.
  if not (
    exists (select from unnest(p_entries) as entry where entry.item -> 'carried_fields' <> '[]')
    or exists (
      select from unnest(p_history) as stated
      where stated.section = 'medications' and stated.field = 'dose' and stated.is_change
      group by stated.item_key
      having count(*) > 1
    )
    or exists (select from unnest(p_statements) as said where said.section = 'medications' and said.facts ? 'candidates')
  ) then
    return '{}';
  end if;
  return array(
    with item as materialized (
      select entry.neighbourhood, entry.item, entry.id from unnest(p_entries) as entry
    ),
    incomplete as (
      select item.neighbourhood, private.record_conflict(
        'incomplete_regimen', 'medications', null,
        jsonb_agg(
          case when item.item -> 'carried_fields' ? field.key then field.value -> 'last_confirmed' else field.value -> 'last_changed' end
            || jsonb_build_object('item_id', item.id, 'field', field.key, 'value', item.item -> field.key)
          order by field.key collate "C"
        )
      ) as conflict
      from item
      cross join lateral jsonb_each(item.item #> '{provenance,fields}') as field
      where item.item -> 'carried_fields' <> '[]' and item.item ->> 'clinical_status' in ('active', 'on_hold')
        and field.key in ('dose', 'frequency', 'route')
      group by item.neighbourhood, item.id
    ),
    dosed as (
      select ordered.*, max(ordered.encounter_at) over (partition by ordered.item_key) as last_dosed_at
      from unnest(p_statements) with ordinality as ordered
      where ordered.section = 'medications' and ordered.facts ->> 'dose' is not null and coalesce(ordered.facts ->> 'activity', 'active') = 'active'
    ),
    same_day as (
      -- One statement per dose and note of the last day on which a dose was stated: its outcome.
      select distinct on (dosed.item_key, dosed.note_id) dosed.*
      from dosed
      where date_trunc('day', dosed.encounter_at at time zone 'UTC') = date_trunc('day', dosed.last_dosed_at at time zone 'UTC')
      order by dosed.item_key, dosed.note_id, dosed.ordinality desc
    ),
    contradicting as (
      select min(same_day.neighbourhood) as neighbourhood, private.record_conflict(
        'same_day_doses', 'medications', 'dose',
        jsonb_agg(
          private.record_mark(same_day.note_id, same_day.encounter_at, same_day.signed_by) || jsonb_build_object(
            'item_id', private.record_item_id('medications', same_day.item_key), 'value', same_day.fields -> 'dose'
          )
          order by same_day.ordinality
        )
      ) as conflict
      from same_day
      group by same_day.item_key
      having count(distinct same_day.facts ->> 'dose') > 1
    ),
    alone as (
      select statement.neighbourhood, private.record_item_id('medications', statement.item_key) as id,
        private.record_item_id('medications', candidate) as candidate_id
      from unnest(p_statements) as statement
      cross join lateral jsonb_array_elements_text(statement.facts -> 'candidates') as candidate
      where statement.section = 'medications'
    ),
    side as (
      select alone.neighbourhood, alone.id as alone_id, alone.id from alone
      union
      select alone.neighbourhood, alone.id, alone.candidate_id from alone
    ),
    ambiguous as (
      select side.neighbourhood, private.record_conflict(
        'ambiguous_identity', 'medications', null,
        jsonb_agg(
          (item.item #> '{provenance,first_seen}') || jsonb_build_object('item_id', item.id, 'value', item.item -> 'name')
          order by item.id <> side.alone_id, item.id
        )
      ) as conflict
      from side
      join item on item.id = side.id
      group by side.neighbourhood, side.alone_id
    )
    select private.record_conflict_entry('medications|' || found.neighbourhood, found.conflict)
    from (
      select * from incomplete union all select * from contradicting union all select * from ambiguous
    ) as found
  );
end;
$$;

comment on function private.fold_medication_conflicts(private.record_entry[], private.record_statement[], private.record_value[]) is
  'What is open about medications: incomplete_regimen (fields nobody ever stated together), same_day_doses (different doses in notes of the last day, UTC, on which one was stated), ambiguous_identity (a row that could be several drugs or regimens).';
