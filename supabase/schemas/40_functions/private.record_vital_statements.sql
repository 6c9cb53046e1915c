create function private.record_vital_statements(p_note_ids uuid[]) returns setof private.record_statement
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
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
      select names.vital_name,
        coalesce(private.record_canonical('vital', translate(names.vital_name, '_', ' ')), names.vital_name) as vital_key
      from (select distinct vital.vital_name from vital) as names
    )
    select name.vital_key, notes.id, notes.encounter_at, notes.signed_by, 0, vital.position, vital.id,
      taken.fields,
      jsonb_build_object(
        'measured_at', taken.measured_at,
        'measurement', private.record_measurement(
          notes.id, notes.encounter_at, notes.signed_by, vital.id, taken.fields, taken.measured_at
        )
      ),
      'vital_trends', name.vital_key,
      private.record_place(notes.encounter_at, notes.id, 0, vital.position, vital.id)
    from vital
    join name on name.vital_name = vital.vital_name
    join public.soap_notes as notes on notes.id = vital.soap_note_id
    cross join lateral (
      select private.utc_text(vital.measured_at) as measured_at,
        jsonb_build_object(
          'name', vital.vital_name, 'value', vital.vital_value, 'unit', vital.unit, 'loinc_code', vital.loinc_code
        ) as fields
    ) as taken;
end;
$$;

comment on function private.record_vital_statements(uuid[]) is
  'What the notes measured; item_key is the vital, facts: measured_at, null when the note does not say, and the measurement as the record shows it. What a draft only carries over from the snapshot is not among them.';
