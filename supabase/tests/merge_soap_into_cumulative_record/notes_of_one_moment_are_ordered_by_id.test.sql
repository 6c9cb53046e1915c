begin;
select plan(2);

select tests.new_patient();
select tests.signed_note(tests.pat(), '2026-01-10T10:00Z', '{"assessment_problem_list": [{"diagnosis_name": "Gout", "status": "active"}]}', 'd1000000-0000-4000-8000-000000000002');
select tests.merge('d1000000-0000-4000-8000-000000000002');
select tests.signed_note(tests.pat(), '2026-01-10T10:00Z', '{"assessment_problem_list": [{"diagnosis_name": "Gout", "status": "resolved"}]}', 'd1000000-0000-4000-8000-000000000003');
select tests.merge('d1000000-0000-4000-8000-000000000003');
select is(tests.item('conditions', 'Gout') ->> 'clinical_status', 'resolved', 'M19 the higher id is the later note');

select tests.signed_note(tests.pat(), '2026-01-10T10:00Z', '{"assessment_problem_list": [{"diagnosis_name": "Gout", "status": "active"}]}', 'd1000000-0000-4000-8000-000000000001');
select tests.merge('d1000000-0000-4000-8000-000000000001');
select is(tests.item('conditions', 'Gout') ->> 'clinical_status', 'resolved', 'M19 whichever was merged last');

select * from finish();
rollback;
