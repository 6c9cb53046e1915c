begin;
select plan(8);

select tests.new_patient();
select tests.visit('2026-01-10T10:00Z', '{
  "subjective_medications": [{"medication_name": "Lisinopril", "dose": "10 mg", "frequency": "daily", "status": "active"}],
  "plan_medication": [
    {"medication_name": "Lisinopril", "dose": "20 mg", "frequency": "daily", "status": "increased"},
    {"medication_name": "Atorvastatin", "dose": "40 mg", "status": "refused"},
    {"medication_name": "Ezetimibe", "dose": "10 mg", "status": "considered"},
    {"medication_name": "Clopidogrel", "dose": "75 mg", "status": "planned only"}]}');

select is(tests.names('medications'), 'Lisinopril', 'what was refused, considered or only planned is not taken');
select is(tests.item('medications', 'Lisinopril') ->> 'dose', '20 mg', 'the plan wins over what was reported');
select is(tests.item('medications', 'Lisinopril') ->> 'status', 'increased', 'with its own word');
select is(tests.item('medications', 'Lisinopril') ->> 'clinical_status', 'active', 'which reads as active');
select is(
  jsonb_path_query_array(tests.item('medications', 'Lisinopril'), '$.dosing_history[*].said'), '["reported", "planned"]',
  'the dosing history tells both'
);
select is(tests.conflicts(), '', 'a change within one note is no contradiction');

select tests.visit('2026-02-10T10:00Z', '{"plan_medication": [{"medication_name": "Lisinopril", "dose": "40 mg", "status": "considered"}]}');
select is(tests.item('medications', 'Lisinopril') ->> 'dose', '20 mg', 'a dose that was only considered changes nothing');
select tests.visit('2026-03-10T10:00Z', '{"subjective_medications": [{"medication_name": "none"}]}');
select is(tests.names('medications'), 'Lisinopril', 'the word none is no medication');

select * from finish();
rollback;
