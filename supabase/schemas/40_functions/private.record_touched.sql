create function private.record_touched(
  p_patient_id uuid, p_note_ids uuid[], p_item_ids uuid[],
  out sections text[], out neighbourhoods text[], out conditions_meet boolean
)
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_rules_version constant text := private.record_rules_version();
  v_conditions record;
begin
  select coalesce(array_agg(named.section), '{}'), coalesce(array_agg(named.neighbourhood), '{}')
  into sections, neighbourhoods
  from (
    select said.section, said.neighbourhood
    from private.record_assertions as said
    where said.note_id = any (p_note_ids) and said.rules_version = v_rules_version
    union
    select entry.section, entry.neighbourhood
    from private.record_entries as entry
    where entry.patient_id = p_patient_id and entry.id = any (p_item_ids) and entry.section <> 'conflicts'
  ) as named;

  conditions_meet := false;
  if 'conditions' = any (sections) then
    v_conditions := private.record_condition_neighbours(
      p_patient_id,
      array(select named.entry from unnest(sections, neighbourhoods) as named (section, entry) where named.section = 'conditions')
    );
    conditions_meet := v_conditions.do_meet;
    select array_agg(named.section), array_agg(named.neighbourhood)
    into sections, neighbourhoods
    from (
      select told.section, told.neighbourhood from unnest(sections, neighbourhoods) as told (section, neighbourhood)
      union
      select 'conditions', unnest(v_conditions.entries)
    ) as named;
  end if;
  -- Who attests a complete list speaks of every medication, by leaving it out.
  if 'medications:complete' = any (neighbourhoods) then
    select array_agg(named.section), array_agg(named.neighbourhood)
    into sections, neighbourhoods
    from (
      select told.section, told.neighbourhood from unnest(sections, neighbourhoods) as told (section, neighbourhood)
      union
      select 'medications', said.neighbourhood
      from private.record_assertions as said
      where said.patient_id = p_patient_id and said.section = 'medications' and said.rules_version = v_rules_version
    ) as named;
  end if;
end;
$$;

comment on function private.record_touched(uuid, uuid[], uuid[]) is
  'The neighbourhoods that notes and items touch (section and key, side by side), whether the notes count or not; and whether a condition among them may be another one of them.';
