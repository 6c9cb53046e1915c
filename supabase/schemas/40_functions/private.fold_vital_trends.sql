create function private.fold_vital_trends(p_statements private.record_statement[]) returns private.record_entry[]
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return array(
    with stated as (
      select said.item_key, said.fields ->> 'name' as name, said.fields ->> 'loinc_code' as loinc_code,
        said.place collate "C" as place,
        coalesce((said.facts ->> 'measured_at')::timestamptz, said.encounter_at) as taken_at,
        -- Shown as it was written at signing; a ledger of before did not write it.
        coalesce(
          said.facts -> 'measurement',
          private.record_measurement(
            said.note_id, said.encounter_at, said.signed_by, said.row_id, said.fields, said.facts ->> 'measured_at'
          )
        ) as measurement
      from unnest(p_statements) as said
      where said.section = 'vital_trends'
        -- A measurement with its own time that a later note repeats is the same measurement.
        and (said.facts ->> 'measured_at' is null or said.place in (
          select min(timed.place collate "C")
          from unnest(p_statements) as timed
          where timed.section = 'vital_trends' and timed.facts ->> 'measured_at' is not null
          group by timed.item_key, timed.facts -> 'measured_at', timed.fields -> 'value', timed.fields -> 'unit'
        ))
    ),
    trend as (
      select stated.item_key as vital, private.record_item_id('vital_trends', stated.item_key) as id,
        (array_agg(stated.name order by stated.taken_at, stated.place))[count(*)] as name,
        (array_agg(stated.loinc_code order by stated.taken_at, stated.place) filter (where stated.loinc_code ~ '\S'))
          [count(*) filter (where stated.loinc_code ~ '\S')] as loinc_code,
        jsonb_agg(stated.measurement order by stated.taken_at, stated.place) as series
      from stated
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
