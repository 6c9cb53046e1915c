begin;
select plan(7);

select tests.new_patient();
select tests.visit('2026-01-10T10:00Z', '{"plan_medication": [{"medication_name": "Aspirin", "dose": "81 mg", "status": "active"}]}');
select tests.visit('2026-02-10T10:00Z', '{"plan_medication": [{"medication_name": "Metformin", "dose": "500 mg"}]}');
select is(tests.item('medications', 'Aspirin') ->> 'clinical_status', 'active', 'omission is not discontinuation');
select is(
  tests.item('medications', 'Aspirin') #>> '{provenance,last_confirmed,encounter_at}', '2026-01-10T10:00:00Z',
  'it says since when nobody reconfirmed it'
);
select is(tests.item('medications', 'Aspirin') -> 'omitted_from_complete_list', 'null', 'no note claimed a complete list');

select tests.visit('2026-03-10T10:00Z', '{
  "list_states": {"medications": {"state": "listed", "complete": true, "evidence": []}},
  "subjective_medications": [{"medication_name": "Metformin", "dose": "500 mg"}]}');
select is(
  tests.item('medications', 'Aspirin') #>> '{omitted_from_complete_list,encounter_at}', '2026-03-10T10:00:00Z',
  'a complete list marks what it leaves out'
);
select is(tests.item('medications', 'Aspirin') ->> 'clinical_status', 'active', 'and removes nothing');
select is(tests.item('medications', 'Metformin') -> 'omitted_from_complete_list', 'null', 'what it has is not marked');

select tests.visit('2026-04-10T10:00Z', '{"subjective_medications": [{"medication_name": "Aspirin"}]}');
select is(tests.item('medications', 'Aspirin') -> 'omitted_from_complete_list', 'null', 'a later mention takes the mark away');

select * from finish();
rollback;
