create function private.record_content(p_record jsonb)
returns table (section text, id text, source_notes jsonb, carried_fields jsonb, content jsonb)
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return query
    with entry as (
      select part.key as section, jsonb_array_elements(part.value) as item
      from jsonb_each(p_record) as part
      where part.key in ('conditions', 'medications', 'allergies', 'surgical_history', 'family_history')
      union all
      select part.key, topic.value
      from jsonb_each(p_record) as part
      cross join lateral jsonb_each(part.value) as topic
      where part.key = 'social_history'
      union all
      select part.key, jsonb_array_elements(trend.value -> 'series')
      from jsonb_each(p_record) as part
      cross join lateral jsonb_each(part.value) as trend
      where part.key in ('vital_trends', 'review_of_systems_trends', 'physical_exam_findings')
    )
    select entry.section, entry.item ->> 'id',
      coalesce(entry.item #> '{provenance,source_notes}', jsonb_build_array(entry.item -> 'soap_note_id')),
      coalesce(entry.item -> 'carried_fields', '[]'),
      entry.item - '{provenance,last_updated}'::text[]
    from entry;
end;
$$;

comment on function private.record_content(jsonb) is
  'Everything a record lists, one row per item or measurement, as it is compared: content is the item without what every mention moves.';
