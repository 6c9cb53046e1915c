begin;
select plan(5);

select tests.new_patient();
select tests.visit('2026-01-10T10:00Z', '{"subjective_allergies": [{"allergen": "Penicillin", "severity": "moderate", "reaction": "rash"}]}');
select tests.visit('2026-02-10T10:00Z', '{"subjective_allergies": [{"allergen": "penicillins", "severity": "severe", "reaction": "anaphylaxis"}]}');

select is(tests.names('allergies'), 'penicillins', 'M08 one entry for both words');
select is(tests.item('allergies', 'penicillins') ->> 'severity', 'severe', 'M05 the higher severity');
select is(
  jsonb_path_query_array(tests.item('allergies', 'penicillins'), '$.reactions[*].reaction'), '["rash", "anaphylaxis"]',
  'M06 both reactions'
);
select is(tests.item('allergies', 'penicillins') ->> 'reaction', 'rash, anaphylaxis', 'M06 both for readers of one string');
select is(tests.conflicts(), '', 'a rise is no conflict');

select * from finish();
rollback;
