begin;
select plan(9);

create function pg_temp.weigh(p_encounter_at timestamptz, p_value text, p_more jsonb default '{}') returns void language sql as $$
  select tests.visit(p_encounter_at, jsonb_build_object('objective_vital_signs', jsonb_build_array(
    jsonb_build_object('vital_name', 'Weight', 'vital_value', p_value, 'unit', 'kg') || p_more
  )))
$$;
create function pg_temp.trend(p_path text) returns jsonb language sql as $$
  select jsonb_path_query_array(tests.record(), ('$.vital_trends.weight.' || p_path)::jsonpath)
$$;

select tests.new_patient();
select pg_temp.weigh('2026-01-10T10:00Z', '80');
select pg_temp.weigh('2026-03-10T10:00Z', '82', '{"vital_name": "weight"}');
select is(pg_temp.trend('series[*].value'), '["80", "82"]', 'the last comes last');
select is(pg_temp.trend('latest.value') || pg_temp.trend('name'), '["82", "weight"]', 'and is the latest, named as it was');

select pg_temp.weigh('2026-02-10T10:00Z', '81', '{"loinc_code": "29463-7"}');
select is(pg_temp.trend('series[*].value'), '["80", "81", "82"]', 'a late one takes its place');
select is(pg_temp.trend('latest.value') || pg_temp.trend('loinc_code'), '["82", "29463-7"]', 'with the one code there is');

select pg_temp.weigh('2026-01-20T10:00Z', '79', '{"loinc_code": "3141-9"}');
select is(pg_temp.trend('loinc_code'), '["29463-7"]', 'the code of an earlier one is not the code of the trend');
select pg_temp.weigh('2026-03-20T10:00Z', '83', '{"loinc_code": "3141-9"}');
select is(pg_temp.trend('loinc_code'), '["3141-9"]', 'that of the last one is');

select pg_temp.weigh('2026-04-02T10:00Z', '80', '{"measured_at": "2026-02-10T10:00:00Z"}');
select pg_temp.weigh('2026-04-03T10:00Z', '80', '{"measured_at": "2026-02-10T10:00:00Z"}');
select is(
  pg_temp.trend('series[*].value'), '["80", "79", "81", "80", "82", "83"]',
  'one taken at the time of another stands beside it, once however often it is told'
);
select tests.visit('2026-04-04T10:00Z', '{"objective_vital_signs": [
  {"vital_name": "Weight", "vital_value": "84", "unit": "kg", "measured_at": "2026-04-01T08:00:00Z"},
  {"vital_name": "Weight", "vital_value": "84.5", "unit": "kg", "measured_at": "2026-03-31T08:00:00Z"}]}');
select is(pg_temp.trend('series[last - 1 to last].value'), '["84.5", "84"]', 'two of one note are in the order of their times');
select is_empty('select * from private.verify_record(tests.pat())', 'and all of it is what the notes make anew');

select * from finish();
rollback;
