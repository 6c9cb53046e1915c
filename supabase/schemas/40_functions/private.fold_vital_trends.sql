create function private.fold_vital_trends(p_note_ids uuid[]) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    with vital as (
      select * from public.soap_objective_vital_signs as sign
      where sign.soap_note_id = any (p_note_ids)
        and not private.is_carried_over(
          sign.soap_note_id, 'vital_trends', sign.evidence,
          jsonb_build_object(
            'name', sign.vital_name, 'value', sign.vital_value, 'unit', sign.unit,
            'measured_at', private.utc_text(sign.measured_at)
          )
        )
    ),
    name as materialized (
      select names.vital_name, coalesce(private.record_canonical('vital', names.vital_name), names.vital_name) as vital_key
      from (select distinct vital.vital_name from vital) as names
    ),
    stated as (
      select vital.*, notes.encounter_at, notes.signed_by, name.vital_key,
        coalesce(vital.measured_at, notes.encounter_at) as taken_at,
        -- A measurement with its own time that a later note repeats is the same measurement.
        row_number() over (
          partition by name.vital_key, vital.measured_at, vital.vital_value, vital.unit,
            case when vital.measured_at is null then vital.soap_note_id end, case when vital.measured_at is null then vital.id end
          order by notes.encounter_at, notes.id, vital.position, vital.id collate "C"
        ) as repetition
      from vital
      join name on name.vital_name = vital.vital_name
      join public.soap_notes as notes on notes.id = vital.soap_note_id
    ),
    measured as (
      select stated.vital_key, stated.vital_name, stated.loinc_code,
        row_number() over (
          order by stated.taken_at, stated.encounter_at, stated.soap_note_id, stated.position, stated.id collate "C"
        ) as ordinal,
        private.record_mark(stated.soap_note_id, stated.encounter_at, stated.signed_by) || jsonb_build_object(
          'id', private.record_item_id('vital_trends', stated.soap_note_id || '|' || stated.id),
          'value', stated.vital_value, 'unit', stated.unit, 'measured_at', private.utc_text(stated.taken_at),
          'measured_at_known', stated.measured_at is not null
        ) as measurement
      from stated
      where stated.repetition = 1
    ),
    trends as (
      select measured.vital_key,
        jsonb_build_object(
          'id', private.record_item_id('vital_trends', measured.vital_key),
          'name', (array_agg(measured.vital_name order by measured.ordinal desc))[1],
          'loinc_code', (array_agg(measured.loinc_code order by measured.ordinal desc)
            filter (where measured.loinc_code ~ '\S'))[1],
          'latest', (array_agg(measured.measurement order by measured.ordinal desc))[1],
          'series', jsonb_agg(measured.measurement order by measured.ordinal)
        ) as trend
      from measured
      group by measured.vital_key
    )
    select coalesce(jsonb_object_agg(replace(trends.vital_key, ' ', '_'), trends.trend), '{}') from trends
  );
end;
$$;

comment on function private.fold_vital_trends(uuid[]) is
  'Vital signs of the record, by vital (blood_pressure, heart_rate …): {id, name, loinc_code, latest, series[]}, a measurement being {id, value, unit, measured_at, measured_at_known, soap_note_id, encounter_at, signed_by}. Values stay as read ("128/82"); the encounter''s start stands in for an unknown time.';
