begin;
select plan(15);

select tests.new_patient();
select tests.visit('2026-01-10T10:00Z', '{
  "plan_medication": [{"medication_name": "Methotrexate", "dose": "15 mg", "frequency": "weekly", "route": "oral"}],
  "subjective_allergies": [{"allergen": "Penicillin", "reaction": "rash"}, {"allergen": "Latex"}],
  "assessment_problem_list": [{"diagnosis_name": "Gout", "icd10_code": "M10"}],
  "subjective_history": [{"kind": "surgical", "name": "Appendectomy", "date": "2010"}, {"kind": "social", "name": "Smoking", "status": "never"}],
  "objective_vital_signs": [{"vital_name": "Weight", "vital_value": "70", "unit": "kg"}]}');
select tests.visit('2026-01-20T10:00Z', '{"subjective_allergies": [{"allergen": "Penicillin", "reaction": "hives"}]}');
create temporary table before on commit drop as select tests.record() as record;

-- A signed note drafted from a snapshot of the record; "{latex}" and the like in its rows stand for ids of items.
create function pg_temp.drafted(p_encounter_at timestamptz, p_items text) returns jsonb language plpgsql as $$
declare
  v_note_id uuid := gen_random_uuid();
  v_encounter_id uuid := gen_random_uuid();
  v_snapshot_id uuid := gen_random_uuid();
  v_item record;
begin
  for v_item in
    select lower(coalesce(item ->> 'name', item ->> 'allergen', item ->> 'procedure', item ->> 'topic')) as name, item ->> 'id' as id
    from (
      select jsonb_path_query(tests.record(), '$.*[*]') as item
      union all select jsonb_path_query(tests.record(), '$.social_history.*')
    ) as items
    where coalesce(item ->> 'name', item ->> 'allergen', item ->> 'procedure', item ->> 'topic') is not null
  loop
    p_items := replace(p_items, '"{' || v_item.name || '}"', format('[{"kind": "snapshot", "itemId": "%s"}]', v_item.id));
  end loop;
  p_items := replace(p_items, '"{weight}"', format('[{"kind": "snapshot", "itemId": "%s"}]', tests.record() #>> '{vital_trends,weight,latest,id}'));
  insert into public.appointments (id, patient_id, provider_id, scheduled_start)
  values (v_encounter_id, tests.pat(), tests.user_id('dr-amara'), p_encounter_at);
  insert into public.video_call_sessions (id, appointment_id, patient_id, provider_id, started_at)
  values (v_encounter_id, v_encounter_id, tests.pat(), tests.user_id('dr-amara'), p_encounter_at);
  insert into public.context_snapshots (id, encounter_id, snapshot_version, record_version, content, created_by)
  select v_snapshot_id, v_encounter_id, 1, '', private.snapshot_content(encounter, tests.record()), encounter.provider_id
  from public.video_call_sessions as encounter where encounter.id = v_encounter_id;
  return tests.merge(tests.signed_note(
    tests.pat(), p_encounter_at, p_items::jsonb, v_note_id, p_encounter_id => v_encounter_id,
    p_meta => jsonb_build_object('snapshotId', v_snapshot_id)
  ));
end;
$$;

create temporary table answer on commit drop as
select pg_temp.drafted('2026-02-10T10:00Z', '{
  "subjective_medications": [{"medication_name": "Methotrexate", "dose": "15 mg", "frequency": "weekly", "route": "oral", "status": null, "evidence": "{methotrexate}"}],
  "subjective_allergies": [
    {"allergen": "Penicillin", "reaction": "rash, hives", "status": "active", "evidence": "{penicillin}"},
    {"allergen": "Latex", "status": "active", "evidence": "{latex}"}],
  "assessment_problem_list": [{"diagnosis_name": "Gout", "icd10_code": "M10", "evidence": "{gout}"}],
  "subjective_history": [
    {"kind": "surgical", "name": "Appendectomy", "date": "2010", "evidence": "{appendectomy}"},
    {"kind": "social", "name": "Smoking", "status": "never", "evidence": "{smoking}"}],
  "objective_vital_signs": [{"vital_name": "Weight", "vital_value": "70", "unit": "kg", "measured_at": "2026-01-10T10:00Z", "evidence": "{weight}"}]}') as answer;

select is(tests.record('medications'), record -> 'medications', 'a carried medication is not confirmed') from before;
select is(tests.record('allergies'), record -> 'allergies', 'nor a carried allergy, whose reactions stay as they were said') from before;
select is(tests.record('conditions'), record -> 'conditions', 'nor a carried condition') from before;
select is(tests.record('surgical_history'), record -> 'surgical_history', 'nor carried history') from before;
select is(tests.record('social_history'), record -> 'social_history', 'nor a carried topic') from before;
select is(tests.record('vital_trends'), record -> 'vital_trends', 'a carried measurement is not measured again') from before;
select is(tests.record('conflicts'), record -> 'conflicts', 'and nothing is open because of them') from before;
select is(jsonb_path_query_array(answer, '$.changes.*.*[*]'), '[]', 'the note changed nothing') from answer;
select is(tests.record('metadata') -> 'total_visits', '3', 'its visit counts') from answer;

select pg_temp.drafted('2026-03-10T10:00Z', '{"subjective_medications": [{"medication_name": "Methotrexate", "dose": "10 mg", "frequency": "weekly", "route": "oral", "evidence": "{methotrexate}"}]}');
select is(tests.item('medications', 'Methotrexate') ->> 'dose', '10 mg', 'a value a clinician changed counts');
select pg_temp.drafted('2026-04-10T10:00Z', '{"subjective_medications": [{"medication_name": "Methotrexate", "dose": "10 mg", "frequency": "weekly", "route": "oral", "indication": "psoriasis", "evidence": "{methotrexate}"}]}');
select is(tests.item('medications', 'Methotrexate') ->> 'indication', 'psoriasis', 'so does one a clinician added');
select pg_temp.drafted('2026-05-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex", "status": "active", "evidence": "{latex}"}]}');
select is(tests.item('allergies', 'Latex') ->> 'last_updated', '2026-01-10T10:00:00Z', 'a later draft carries it over again');
select tests.visit('2026-06-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex", "status": "active"}]}');
select is(tests.item('allergies', 'Latex') ->> 'last_updated', '2026-06-10T10:00:00Z', 'a row without evidence is what a clinician wrote');
select pg_temp.drafted('2026-07-10T10:00Z', format(
  '{"subjective_allergies": [{"allergen": "Latex", "status": "active", "evidence": [{"kind": "snapshot", "itemId": %s}, {"kind": "transcript", "sequence": 1, "start": 0, "end": 4, "quote": "yes."}]}]}',
  tests.item('allergies', 'Latex') -> 'id'
));
select is(tests.item('allergies', 'Latex') ->> 'last_updated', '2026-07-10T10:00:00Z', 'what was said in the encounter confirms it');
select pg_temp.drafted('2026-08-10T10:00Z', '{
  "subjective_medications": [{"medication_name": "Methotrexate", "dose": "10 mg", "frequency": "weekly", "route": "oral", "evidence": "{methotrexate}"}],
  "list_states": {"medications": {"state": "listed", "complete": true, "evidence": []}}}');
select is(
  tests.item('medications', 'Methotrexate') #> '{provenance,last_confirmed,encounter_at}', '"2026-08-10T10:00:00Z"',
  'a list attested as complete says everything on it again'
);

select * from finish();
rollback;
