begin;
select plan(4);

select tests.new_patient();
select tests.visit('2026-01-10T10:00Z', '{
  "subjective_allergies": [{"allergen": "Latex", "severity": "mild"}],
  "assessment_problem_list": [{"diagnosis_name": "Gout", "icd10_code": "M10.9"}],
  "plan_medication": [
    {"medication_name": "Lisinopril", "dose": "10 mg", "frequency": "daily", "route": "oral", "status": "active"},
    {"medication_name": "Metformin", "dose": "500 mg"}]}');
create temporary table before on commit drop as
select tests.record() as record, tests.item('medications', 'Lisinopril') as lisinopril, tests.item('medications', 'Metformin') as metformin;
select tests.visit('2026-02-10T10:00Z', '{"plan_medication": [{"medication_name": "Lisinopril", "dose": "", "status": "discontinued"}]}');

select is(tests.item('medications', 'Lisinopril') ->> 'clinical_status', 'discontinued', 'M01 it is discontinued');
select is(
  tests.item('medications', 'Lisinopril') - '{status,clinical_status,provenance,last_updated,dosing_history}'::text[],
  lisinopril - '{status,clinical_status,provenance,last_updated,dosing_history}'::text[],
  'M01 with everything else it had'
) from before;
select is(tests.item('medications', 'Metformin'), metformin, 'M01 the other medication is untouched') from before;
select is(
  tests.record() - '{medications,metadata,list_states}'::text[], record - '{medications,metadata,list_states}'::text[],
  'M01 and so is the rest of the record'
) from before;

select * from finish();
rollback;
