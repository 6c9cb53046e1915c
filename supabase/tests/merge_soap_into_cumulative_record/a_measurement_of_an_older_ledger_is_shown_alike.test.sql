begin;
select plan(2);

select tests.visit('2026-01-10T10:00Z', '{"objective_vital_signs": [
  {"vital_name": "Heart rate", "vital_value": "70", "unit": "/min"},
  {"vital_name": "Weight", "vital_value": "81", "unit": "kg", "measured_at": "2026-01-09T07:00:00.5Z"}
]}')
from tests.new_patient();

-- A ledger of before did not write measurements as the record shows them.
alter table private.record_assertions disable trigger refuse_change;
update private.record_assertions set facts = facts - 'measurement' where patient_id = tests.pat();
alter table private.record_assertions enable trigger refuse_change;

select tests.visit('2026-02-10T10:00Z', '{"objective_vital_signs": [
  {"vital_name": "Heart rate", "vital_value": "72", "unit": "/min"},
  {"vital_name": "Weight", "vital_value": "81", "unit": "kg", "measured_at": "2026-01-09T07:00:00.5Z"}
]}');

select is_empty('select * from private.verify_record(tests.pat())', 'M21 the record is the one its notes make');
select is(
  jsonb_array_length(tests.record('vital_trends') #> '{heart_rate,series}')
    || '/' || jsonb_array_length(tests.record('vital_trends') #> '{weight,series}'),
  '2/1', 'M21 with every measurement once'
);

select * from finish();
rollback;
