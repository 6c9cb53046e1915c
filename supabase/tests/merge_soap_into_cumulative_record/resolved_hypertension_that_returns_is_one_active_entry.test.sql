begin;
select plan(3);

select tests.new_patient();
select tests.visit('2026-01-10T10:00Z', '{"assessment_problem_list": [{"diagnosis_name": "Hypertension", "icd10_code": "I10", "status": "resolved"}]}');
select is(tests.item('conditions', 'Hypertension') ->> 'clinical_status', 'resolved', 'resolved by the first note');

select tests.visit('2026-02-10T10:00Z', '{"assessment_problem_list": [{"diagnosis_name": "Hypertension", "icd10_code": "I10", "status": "active"}]}');
select is(tests.names('conditions'), 'Hypertension', 'one entry');
select is(tests.item('conditions', 'Hypertension') ->> 'clinical_status', 'active', 'M19 the latest note decides');

select * from finish();
rollback;
