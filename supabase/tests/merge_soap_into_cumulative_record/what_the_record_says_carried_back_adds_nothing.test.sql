begin;
select plan(7);

select tests.new_patient();
select tests.visit('2026-01-10T10:00Z', '{"subjective_allergies": [
  {"allergen": "Penicillin", "reaction": "rash", "severity": "moderate"}, {"allergen": "Latex", "reaction": "swelling (lips, tongue)"}]}');
select tests.visit('2026-01-20T10:00Z', '{"subjective_allergies": [{"allergen": "Penicillin", "reaction": "A rash, hives and itching", "severity": "severe"}]}');
create temporary table before on commit drop as
select tests.item('allergies', 'Penicillin') ->> 'reaction' as reaction,
  jsonb_path_query_array(tests.item('allergies', 'Penicillin'), '$.reactions[*].reaction') as reactions,
  jsonb_path_query_array(tests.item('allergies', 'Penicillin'), '$.reactions[*].severity') as severities;

select is(reaction, 'rash, hives and itching', 'the reactions in one line, each once') from before;
select is(reactions, '["rash", "hives and itching"]', 'and one by one') from before;
select is(severities, '["moderate", null]', 'a severity given for two reactions at once is not said of each') from before;
select is(
  jsonb_path_query_array(tests.item('allergies', 'Latex'), '$.reactions[*].reaction'), '["swelling (lips, tongue)"]',
  'what stands in brackets belongs to the words before'
);

-- A clinician saves the line of the record with the next notes, as an app shows it.
select tests.visit('2026-02-10T10:00Z'::timestamptz + visit * interval '1 day', jsonb_build_object(
  'subjective_allergies', jsonb_build_array(jsonb_build_object(
    'allergen', 'Penicillin', 'severity', 'severe', 'status', 'active', 'reaction', tests.item('allergies', 'Penicillin') ->> 'reaction'))))
from generate_series(1, 3) as visit;
select is(tests.item('allergies', 'Penicillin') ->> 'reaction', reaction, 'carried back three times, the line is the same') from before;
select is(jsonb_path_query_array(tests.item('allergies', 'Penicillin'), '$.reactions[*].reaction'), reactions, 'so are the reactions') from before;
select is(jsonb_path_query_array(tests.item('allergies', 'Penicillin'), '$.reactions[*].severity'), severities, 'and their severities') from before;

select * from finish();
rollback;
