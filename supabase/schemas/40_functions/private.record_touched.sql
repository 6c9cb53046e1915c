create function private.record_touched(p_patient_id uuid, p_note_ids uuid[], p_item_ids uuid[])
returns table (section text, neighbourhood text)
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_rules_version constant text := private.record_rules_version();
begin
  return query
    with named as materialized (
      select distinct said.section, said.neighbourhood
      from private.record_assertions as said
      where said.note_id = any (p_note_ids) and said.rules_version = v_rules_version
      union
      select entry.section, entry.neighbourhood
      from private.record_entries as entry
      where entry.patient_id = p_patient_id and entry.id = any (p_item_ids) and entry.section <> 'conflicts'
    )
    select named.section, named.neighbourhood from named where named.section <> 'conditions'
    union
    select 'conditions', unnest(private.record_condition_neighbours(
      p_patient_id, array(select named.neighbourhood from named where named.section = 'conditions')
    ))
    union
    -- Who attests a complete list speaks of every medication, by leaving it out.
    select 'medications', said.neighbourhood
    from private.record_assertions as said
    where said.patient_id = p_patient_id and said.section = 'medications' and said.rules_version = v_rules_version
      and exists (
        select from named where named.section = 'list_states' and named.neighbourhood = 'medications:complete'
      );
end;
$$;

comment on function private.record_touched(uuid, uuid[], uuid[]) is
  'The neighbourhoods that notes and items touch, whether the notes count or not.';
