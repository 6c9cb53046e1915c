begin;
select plan(3);

select tests.new_patient();
select tests.visit('2026-01-10T09:00Z', '{"plan_medication": [{"medication_name": "Lisinopril", "dose": "10 mg"}]}');
select tests.visit('2026-01-10T15:00Z', '{"plan_medication": [{"medication_name": "Lisinopril", "dose": "20 mg"}]}');
select is(tests.conflicts(), 'same_day_doses', 'two notes of one day disagree');
select is(jsonb_path_query_array(tests.record('conflicts'), '$[0].sides[*].value'), '["10 mg", "20 mg"]', 'both sides are shown');

select tests.visit('2026-02-10T09:00Z', '{"plan_medication": [{"medication_name": "Lisinopril", "dose": "20 mg"}]}');
select is(tests.conflicts(), '', 'a later dose settles it');

select * from finish();
rollback;
