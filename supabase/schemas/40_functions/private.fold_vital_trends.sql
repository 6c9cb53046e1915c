create function private.fold_vital_trends(p_statements private.record_statement[]) returns private.record_entry[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  -- A series is put together as text and read once, as items are.
  return array(
    with stated as (
      select said.*, said.place collate "C" as ordinal, said.facts ->> 'measured_at' as measured_at,
        coalesce((said.facts ->> 'measured_at')::timestamptz, said.encounter_at) as taken_at,
        -- A measurement with its own time that a later note repeats is the same measurement.
        said.facts ->> 'measured_at' is not null and row_number() over (
          partition by said.item_key, said.facts -> 'measured_at', said.fields -> 'value', said.fields -> 'unit'
          order by said.place collate "C"
        ) > 1 as is_repetition
      from unnest(p_statements) as said
      where said.section = 'vital_trends'
    ),
    measured as (
      select stated.item_key, stated.fields ->> 'name' as name, stated.fields ->> 'loinc_code' as loinc_code,
        row_number() over (order by stated.taken_at, stated.ordinal) as ordinal,
        concat(
          '{"id": "', private.record_item_id('vital_trends', stated.note_id || '|' || stated.row_id),
          '", "value": ', coalesce(stated.fields -> 'value', 'null'), ', "unit": ', coalesce(stated.fields -> 'unit', 'null'),
          ', "measured_at": "', private.utc_text(stated.taken_at),
          '", "measured_at_known": ', to_json(stated.measured_at is not null),
          ', "soap_note_id": "', stated.note_id,
          '", "encounter_at": "', private.utc_text(stated.encounter_at), '", "signed_by": ', to_json(stated.signed_by), '}'
        ) as measurement
      from stated
      where not stated.is_repetition
    ),
    trend as (
      select measured.item_key as vital, private.record_item_id('vital_trends', measured.item_key) as id,
        (array_agg(measured.name order by measured.ordinal desc))[1] as name,
        (array_agg(measured.loinc_code order by measured.ordinal desc) filter (where measured.loinc_code ~ '\S'))[1]
          as loinc_code,
        (array_agg(measured.measurement order by measured.ordinal desc))[1] as latest,
        string_agg(measured.measurement, ', ' order by measured.ordinal) as series
      from measured
      group by measured.item_key
    )
    select row(
      'vital_trends', trend.vital, trend.id, trend.vital, replace(trend.vital, ' ', '_'),
      concat(
        '{"id": "', trend.id, '", "name": ', coalesce(to_json(trend.name), 'null'),
        ', "loinc_code": ', coalesce(to_json(trend.loinc_code), 'null'), ', "latest": ', trend.latest,
        ', "series": [', trend.series, ']}'
      )::jsonb,
      null, null
    )::private.record_entry
    from trend
  );
end;
$$;

comment on function private.fold_vital_trends(private.record_statement[]) is
  'Vital signs of the record, by vital (blood_pressure, heart_rate …): {id, name, loinc_code, latest, series[]}, a measurement being {id, value, unit, measured_at, measured_at_known, soap_note_id, encounter_at, signed_by}. Values stay as read ("128/82"); the encounter''s start stands in for an unknown time.';
