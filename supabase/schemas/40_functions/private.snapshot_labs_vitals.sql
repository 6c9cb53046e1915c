create function private.snapshot_labs_vitals(p_patient_id uuid, p_record jsonb) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'vitals', (
      select coalesce(
        jsonb_object_agg(
          vital, private.pick(trend, '{name}') || private.pick(trend -> 'latest', '{id,value,unit,measured_at}')
        ),
        '{}'
      )
      from jsonb_each(p_record -> 'vital_trends') as trends (vital, trend)
    ),
    'labs', (
      select coalesce(jsonb_agg(lab.item order by lab.encounter_at desc, lab.item ->> 'test_name' collate "C"), '[]')
      from (
        select distinct on (lower(diagnostic.test_name))
          note.encounter_at,
          private.pick(to_jsonb(diagnostic), '{id,test_name,result_value,unit,interpretation,date,soap_note_id}')
            || jsonb_build_object('encounter_at', private.utc_text(note.encounter_at)) as item
        from public.soap_objective_diagnostics as diagnostic
        join public.soap_notes as note on note.id = diagnostic.soap_note_id
        where note.patient_id = p_patient_id and note.status = 'signed'
        order by lower(diagnostic.test_name), note.encounter_at desc, note.id desc, diagnostic.position desc
      ) as lab
    )
  )
$$;

comment on function private.snapshot_labs_vitals(uuid, jsonb) is
  'recent_labs_vitals of a snapshot: vitals {by vital: name, value, unit, measured_at} and labs[], the latest result of each test, newest visit first.';
