begin;
select plan(6);

select tests.new_patient();
select tests.visit('2026-01-10T09:00Z', '{"objective_vital_signs": [
  {"vital_name": "BP", "vital_value": "130/85", "unit": "mm[Hg]", "measured_at": "2026-01-10T09:05:00Z"},
  {"vital_name": "HR", "vital_value": "78", "unit": "/min", "measured_at": "2026-01-10T09:05:00Z"}]}');
select tests.visit('2026-01-17T14:00Z', '{"objective_vital_signs": [
  {"vital_name": "Blood pressure", "vital_value": "128/82", "unit": "mm[Hg]", "measured_at": "2026-01-17T14:15:00Z"},
  {"vital_name": "Heart rate", "vital_value": "72", "unit": "/min", "measured_at": "2026-01-17T14:15:00Z"}]}');

select is(tests.record() #>> '{vital_trends,blood_pressure,latest,value}', '128/82', 'the latest is shown as it was read');
select is(tests.record() #>> '{vital_trends,blood_pressure,latest,measured_at}', '2026-01-17T14:15:00Z', 'with its own time');
select is(jsonb_path_query_array(tests.record(), '$.vital_trends.blood_pressure.series[*].value'), '["130/85", "128/82"]', 'the series has both');
select is(jsonb_path_query_array(tests.record(), '$.vital_trends.heart_rate.series[*].value'), '["78", "72"]', 'and both heart rates');

create temporary table before on commit drop as select tests.record('vital_trends') as vitals;
select tests.visit('2026-01-20T10:00Z', '{"assessment_problem_list": [{"diagnosis_name": "Cough"}]}');
select is(tests.record('vital_trends'), vitals, 'a note without vitals changes nothing') from before;

select tests.visit('2026-01-21T10:00Z', '{"objective_vital_signs": [
  {"vital_name": "BP", "vital_value": "128/82", "unit": "mm[Hg]", "measured_at": "2026-01-17T14:15:00Z"}]}');
select is(tests.record('vital_trends'), vitals, 'a measurement repeated by a later note is the same measurement') from before;

select * from finish();
rollback;
