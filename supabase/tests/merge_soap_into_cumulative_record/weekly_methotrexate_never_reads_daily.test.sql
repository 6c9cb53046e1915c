begin;
select plan(8);

select tests.new_patient();
select tests.visit('2026-01-10T10:00Z', '{"plan_medication": [{"medication_name": "Methotrexate", "dose": "15 mg", "frequency": "weekly", "route": "oral"}]}');
select is(tests.item('medications', 'Methotrexate') -> 'carried_fields', '[]', 'stated together, nothing is carried');

select tests.visit('2026-02-10T10:00Z', '{"plan_medication": [{"medication_name": "Methotrexate", "frequency": "daily", "route": "oral"}]}');
select is(tests.names('medications'), 'Methotrexate', 'one entry');
select is(tests.item('medications', 'Methotrexate') ->> 'dose', '15 mg', 'the old dose is kept');
select is(tests.item('medications', 'Methotrexate') -> 'carried_fields', '["dose"]', 'and marked as carried');
select is(
  tests.item('medications', 'Methotrexate') #>> '{carried_from,dose,encounter_at}', '2026-01-10T10:00:00Z', 'with where it comes from'
);
select is(tests.conflicts(), 'incomplete_regimen', 'the regimen is open for review');

select tests.visit('2026-03-10T10:00Z', '{"plan_medication": [{"medication_name": "Methotrexate", "status": "continue"}]}');
select is(tests.conflicts(), 'incomplete_regimen', 'a note that repeats neither settles nothing');

select tests.visit('2026-04-10T10:00Z', '{"plan_medication": [{"medication_name": "Methotrexate", "dose": "2.5 mg", "frequency": "daily", "route": "oral"}]}');
select is(tests.conflicts(), '', 'a note that states the regimen does');

select * from finish();
rollback;
