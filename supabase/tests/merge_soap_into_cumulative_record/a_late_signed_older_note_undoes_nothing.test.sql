begin;
select plan(7);

select tests.new_patient();
select tests.visit('2026-03-10T10:00Z', '{
  "assessment_problem_list": [{"diagnosis_name": "Gout", "icd10_code": "M10.9", "status": "resolved"}],
  "plan_medication": [{"medication_name": "Lisinopril", "dose": "20 mg", "status": "discontinued"}]}');
select tests.visit('2026-01-10T10:00Z', '{
  "assessment_problem_list": [{"diagnosis_name": "Gout", "icd10_code": "M10.9", "status": "new", "onset_date": "2026-01"}],
  "plan_medication": [{"medication_name": "Lisinopril", "dose": "10 mg", "frequency": "daily", "status": "active"}]}');

select is(tests.item('conditions', 'Gout') ->> 'clinical_status', 'resolved', 'M17 the newer state stands');
select is(tests.item('conditions', 'Gout') ->> 'onset_date', '2026-01', 'M17 what only the older note knows is added');
select is(tests.item('medications', 'Lisinopril') ->> 'dose', '20 mg', 'M17 the newer dose stands');
select is(tests.item('medications', 'Lisinopril') ->> 'clinical_status', 'discontinued', 'M17 and so does the discontinuation');
select is(
  jsonb_path_query_array(tests.item('medications', 'Lisinopril'), '$.dosing_history[*].dose'), '["10 mg", "20 mg"]',
  'M17 the dosing history is in the order of encounters'
);
select is(tests.record() #>> '{metadata,last_updated}', '2026-03-10T10:00:00Z', 'M17 last_updated is the latest encounter');
select is(
  (select medical_record_last_soap_note_id from public.patient_profiles where user_id = tests.pat()),
  (select id from public.soap_notes where patient_id = tests.pat() order by encounter_at limit 1),
  'the profile tells which merge came last'
);

select * from finish();
rollback;
