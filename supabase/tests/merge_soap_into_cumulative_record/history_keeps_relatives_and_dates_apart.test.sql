begin;
select plan(6);

select tests.new_patient();
select tests.visit('2026-01-10T10:00Z', '{"subjective_history": [
  {"kind": "surgical", "name": "Cesarean section", "date": "2010"},
  {"kind": "surgical", "name": "Cesarean section", "date": "2014"},
  {"kind": "surgical", "name": "Appendectomy"},
  {"kind": "family", "name": "Breast cancer", "relationship": "mom"},
  {"kind": "family", "name": "Breast cancer", "relationship": "aunt"},
  {"kind": "social", "name": "Tobacco use", "status": "never"}]}');
select tests.visit('2026-02-10T10:00Z', '{"subjective_history": [
  {"kind": "surgical", "name": "appendectomy", "date": "2001-05"},
  {"kind": "family", "name": "Breast cancer", "relationship": "Mother", "age_of_onset": "44"},
  {"kind": "surgical", "name": "none"}]}');

select is(jsonb_array_length(tests.record('surgical_history')), 3, 'one procedure on two dates is two');
select is(tests.item('surgical_history', 'appendectomy') ->> 'date', '2001-05', 'one without a date joins the only dated one');
select is(jsonb_array_length(tests.record('family_history')), 2, 'two relatives are two entries');
select is(
  jsonb_path_query_array(tests.record('family_history'), '$[*] ? (@.age_of_onset == "44").relationship'), '["Mother"]',
  'mom and mother are one relative'
);
select is(tests.record('social_history') #>> '{smoking,status}', 'never', 'social history goes by topic');
select is(tests.record('social_history') #>> '{smoking,topic}', 'Tobacco use', 'shown in the note''s words');

select * from finish();
rollback;
