create function private.snapshot_lists(p_record jsonb) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'active_conditions', (
      select coalesce(jsonb_agg(
        private.pick(item, '{id,name,icd10,status,clinical_status,onset_date,severity}')
        order by private.severity_order(item ->> 'severity'), item ->> 'name' collate "C", item ->> 'id'
      ), '[]')
      from jsonb_array_elements(p_record -> 'conditions') as item
      where item ->> 'clinical_status' = 'active'
    ),
    'current_medications', (
      select coalesce(jsonb_agg(
        private.pick(item, '{id,name,dose,frequency,route,status,clinical_status}')
          || case item -> 'carried_fields' when '[]' then '{}' else private.pick(item, '{carried_fields}') end
        order by item ->> 'name' collate "C", item ->> 'id'
      ), '[]')
      from jsonb_array_elements(p_record -> 'medications') as item
      where item ->> 'clinical_status' in ('active', 'on_hold')
    ),
    'allergies', (
      select coalesce(jsonb_agg(
        private.pick(item, '{id,allergen,severity,reaction,status}')
        order by item ->> 'status' = 'refuted', private.severity_order(item ->> 'severity'),
          item ->> 'allergen' collate "C", item ->> 'id'
      ), '[]')
      from jsonb_array_elements(p_record -> 'allergies') as item
      where item ->> 'status' <> 'entered_in_error'
    ),
    'surgical_history', (
      select coalesce(jsonb_agg(private.pick(item, '{id,procedure,date,surgeon,notes}') order by place), '[]')
      from jsonb_array_elements(p_record -> 'surgical_history') with ordinality as items (item, place)
    ),
    'family_history', (
      select coalesce(jsonb_agg(private.pick(item, '{id,condition,relationship,age_of_onset}') order by place), '[]')
      from jsonb_array_elements(p_record -> 'family_history') with ordinality as items (item, place)
    ),
    'social_history', (
      select coalesce(jsonb_object_agg(topic, private.pick(item, '{id,topic,status,date,notes}')), '{}')
      from jsonb_each(p_record -> 'social_history') as topics (topic, item)
    ),
    'list_states', (
      select jsonb_object_agg(list, claim -> 'state') from jsonb_each(p_record -> 'list_states') as states (list, claim)
    ),
    'open_conflicts', p_record -> 'conflicts'
  )
$$;

comment on function private.snapshot_lists(jsonb) is
  'The lists of a snapshot, from the record: complete, the worst first, refuted allergies last; without provenance, and with nothing that is not in the record.';
