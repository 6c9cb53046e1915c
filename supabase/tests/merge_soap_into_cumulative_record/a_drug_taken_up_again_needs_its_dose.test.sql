begin;
select plan(3);

select tests.new_patient();
select tests.visit('2026-01-10T10:00Z', '{"plan_medication": [{"medication_name": "Warfarin", "dose": "5 mg", "frequency": "daily", "status": "active"}]}');
select tests.visit('2026-02-10T10:00Z', '{"plan_medication": [{"medication_name": "Warfarin", "status": "stopped"}]}');
select is(tests.item('medications', 'Warfarin') ->> 'clinical_status', 'discontinued', 'stopped');

select tests.visit('2026-03-10T10:00Z', '{"plan_medication": [{"medication_name": "Warfarin", "status": "restarted"}]}');
select is(tests.item('medications', 'Warfarin') -> 'carried_fields', '["dose", "frequency"]', 'the regimen of before is marked as carried');
select is(tests.conflicts(), 'incomplete_regimen', 'and open for review');

select * from finish();
rollback;
