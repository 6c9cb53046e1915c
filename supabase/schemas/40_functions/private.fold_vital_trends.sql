create function private.fold_vital_trends(p_statements private.record_statement[]) returns private.record_entry[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return array(
    with stated as (
      select said.item_key, said.fields, said.place collate "C" as place,
        coalesce((said.facts ->> 'measured_at')::timestamptz, said.encounter_at) as taken_at,
        -- Shown as it was written at signing; a ledger of before did not write it.
        coalesce(
          said.facts -> 'measurement',
          private.record_measurement(
            said.note_id, said.encounter_at, said.signed_by, said.row_id, said.fields, said.facts ->> 'measured_at'
          )
        ) as measurement,
        -- A measurement with its own time that a later note repeats is the same measurement.
        said.facts ->> 'measured_at' is not null and row_number() over (
          partition by said.item_key, concat(said.facts -> 'measured_at', said.fields -> 'value', said.fields -> 'unit')
          order by said.place collate "C"
        ) > 1 as is_repetition
      from unnest(p_statements) as said
      where said.section = 'vital_trends'
    ),
    trend as (
      select stated.item_key as vital, private.record_item_id('vital_trends', stated.item_key) as id,
        (array_agg(stated.fields ->> 'name' order by stated.taken_at desc, stated.place desc))[1] as name,
        (array_agg(stated.fields ->> 'loinc_code' order by stated.taken_at desc, stated.place desc)
          filter (where stated.fields ->> 'loinc_code' ~ '\S'))[1] as loinc_code,
        jsonb_agg(stated.measurement order by stated.taken_at, stated.place) as series
      from stated
      where not stated.is_repetition
      group by stated.item_key
    )
    select row(
      'vital_trends', trend.vital, trend.id, trend.vital, replace(trend.vital, ' ', '_'),
      jsonb_build_object(
        'id', trend.id, 'name', trend.name, 'loinc_code', trend.loinc_code, 'latest', trend.series -> -1, 'series', trend.series
      ),
      null, null
    )::private.record_entry
    from trend
  );
end;
$$;

comment on function private.fold_vital_trends(private.record_statement[]) is
  'Vital signs of the record, by vital (blood_pressure, heart_rate …): {id, name, loinc_code, latest, series[]}, a measurement being {id, value, unit, measured_at, measured_at_known, soap_note_id, encounter_at, signed_by}. Values stay as read ("128/82"); the encounter''s start stands in for an unknown time.';
