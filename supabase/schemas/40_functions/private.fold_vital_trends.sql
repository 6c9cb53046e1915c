create function private.fold_vital_trends(p_statements private.record_statement[]) returns setof private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with stated as (
      select ordered.*, ordered.facts ->> 'measured_at' as measured_at,
        coalesce((ordered.facts ->> 'measured_at')::timestamptz, ordered.encounter_at) as taken_at,
        -- A measurement with its own time that a later note repeats is the same measurement.
        row_number() over (
          partition by ordered.item_key, ordered.facts -> 'measured_at', ordered.fields -> 'value', ordered.fields -> 'unit',
            case when ordered.facts ->> 'measured_at' is null then ordered.ordinality end
          order by ordered.ordinality
        ) as repetition
      from unnest(p_statements) with ordinality as ordered
      where ordered.section = 'vital_trends'
    ),
    measured as (
      select stated.item_key, stated.fields ->> 'name' as name, stated.fields ->> 'loinc_code' as loinc_code,
        row_number() over (order by stated.taken_at, stated.ordinality) as ordinal,
        private.record_mark(stated.note_id, stated.encounter_at, stated.signed_by) || jsonb_build_object(
          'id', private.record_item_id('vital_trends', stated.note_id || '|' || stated.row_id),
          'value', stated.fields -> 'value', 'unit', stated.fields -> 'unit',
          'measured_at', private.utc_text(stated.taken_at), 'measured_at_known', stated.measured_at is not null
        ) as measurement
      from stated
      where stated.repetition = 1
    ),
    trend as (
      select measured.item_key as vital, private.record_item_id('vital_trends', measured.item_key) as id,
        (array_agg(measured.name order by measured.ordinal desc))[1] as name,
        (array_agg(measured.loinc_code order by measured.ordinal desc) filter (where measured.loinc_code ~ '\S'))[1]
          as loinc_code,
        (array_agg(measured.measurement order by measured.ordinal desc))[1] as latest,
        jsonb_agg(measured.measurement order by measured.ordinal) as series
      from measured
      group by measured.item_key
    )
    select 'vital_trends', trend.vital, trend.id, trend.vital, replace(trend.vital, ' ', '_'),
      jsonb_build_object(
        'id', trend.id, 'name', trend.name, 'loinc_code', trend.loinc_code, 'latest', trend.latest, 'series', trend.series
      ),
      null::text, null::text[]
    from trend;
end;
$$;

comment on function private.fold_vital_trends(private.record_statement[]) is
  'Vital signs of the record, by vital (blood_pressure, heart_rate …): {id, name, loinc_code, latest, series[]}, a measurement being {id, value, unit, measured_at, measured_at_known, soap_note_id, encounter_at, signed_by}. Values stay as read ("128/82"); the encounter''s start stands in for an unknown time.';
