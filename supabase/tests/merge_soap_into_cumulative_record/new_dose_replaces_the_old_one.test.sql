begin;
select plan(4);

select tests.new_patient();
select tests.visit('2026-01-10T10:00Z', '{"plan_medication": [{"medication_name": "Lisinopril", "dose": "10mg"}]}');
select tests.visit('2026-02-10T10:00Z', '{"plan_medication": [{"medication_name": "Lisinopril", "dose": "20mg"}]}');

select is(tests.names('medications'), 'Lisinopril', 'one entry');
select is(tests.item('medications', 'Lisinopril') ->> 'dose', '20mg', 'the new dose is shown');
select is(
  jsonb_path_query_array(tests.item('medications', 'Lisinopril'), '$.dosing_history[*].dose'), '["10mg", "20mg"]',
  'the dosing history has both'
);
select is(tests.conflicts(), '', 'a change alone is no conflict');

select * from finish();
rollback;
