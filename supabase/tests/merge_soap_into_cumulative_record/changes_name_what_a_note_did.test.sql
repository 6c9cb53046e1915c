begin;
select plan(9);

select tests.new_patient();
select tests.visit('2026-01-10T10:00Z', '{
  "assessment_problem_list": [{"diagnosis_name": "Diabetes"}, {"diagnosis_name": "Gout", "status": "new"}],
  "plan_medication": [{"medication_name": "Methotrexate", "dose": "15 mg", "frequency": "weekly"}, {"medication_name": "Aspirin"}]}');
create temporary table before on commit drop as
select tests.item('conditions', 'Diabetes') -> 'id' as diabetes, tests.item('conditions', 'Gout') -> 'id' as gout,
  tests.item('medications', 'Methotrexate') -> 'id' as methotrexate, tests.item('medications', 'Aspirin') -> 'id' as aspirin;
create temporary table answer on commit drop as
select tests.visit('2026-02-10T10:00Z', '{
  "assessment_problem_list": [{"diagnosis_name": "Type 2 diabetes", "icd10_code": "E11.9"}, {"diagnosis_name": "Gout", "status": "new"}],
  "plan_medication": [{"medication_name": "Methotrexate", "frequency": "daily"}],
  "objective_vital_signs": [{"vital_name": "HR", "vital_value": "72"}]}') -> 'changes' as changes;

select is(changes #> '{conditions,added}', jsonb_build_array(tests.item('conditions', 'Type 2 diabetes') -> 'id'), 'added') from answer;
select is(changes #> '{conditions,joined}', jsonb_build_array(diabetes), 'joined: an entry that is part of another now') from answer, before;
select is(changes #> '{conditions,confirmed}', jsonb_build_array(gout), 'confirmed: named again, unchanged') from answer, before;
select is(changes #> '{medications,updated}', jsonb_build_array(methotrexate), 'updated') from answer, before;
select is(changes #> '{medications,carried}', jsonb_build_array(methotrexate), 'carried: a field was left from before') from answer, before;
select is(changes #> '{medications,conflicts}', jsonb_build_array(tests.record() #> '{conflicts,0,id}'), 'conflicts it opened') from answer;
select ok(not changes #> '{medications}' @> jsonb_build_object('confirmed', jsonb_build_array(aspirin)), 'a drug it does not name is not confirmed') from answer, before;
select is(jsonb_array_length(changes #> '{vital_trends,added}'), 1, 'measurements count one by one') from answer;
select is(changes #> '{allergies,added}', '[]', 'a section it leaves alone has empty lists') from answer;

select * from finish();
rollback;
