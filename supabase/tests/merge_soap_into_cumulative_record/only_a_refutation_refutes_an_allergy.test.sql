begin;
select plan(8);

select tests.new_patient();
select tests.visit('2026-01-10T10:00Z', '{"subjective_allergies": [{"allergen": "Aspirin", "severity": "severe", "reaction": "wheeze"}]}');
select tests.visit('2026-01-20T10:00Z', '{"subjective_allergies": [{"allergen": "Aspirin", "status": "possibly"}]}');
select is(tests.item('allergies', 'Aspirin') ->> 'status', 'active', 'an unknown word refutes nothing');

select tests.visit('2026-02-10T10:00Z', '{"subjective_allergies": [{"allergen": "Aspirin", "status": "refuted"}]}');
select is(tests.item('allergies', 'Aspirin') ->> 'status', 'refuted', 'a refutation does');
select is(tests.item('allergies', 'Aspirin') ->> 'severity', 'severe', 'it stays visible with its severity');
select is(tests.item('allergies', 'Aspirin') ->> 'reaction', 'wheeze', 'and its reaction');
select is(tests.conflicts(), '', 'a refutation is no conflict');

select tests.visit('2026-02-20T10:00Z', '{"list_states": {"allergies": "none_known"}}');
select is(tests.record() #>> '{list_states,allergies,state}', 'none_known', 'with nothing but refuted entries, none known holds');

select tests.visit('2026-03-10T10:00Z', '{"subjective_allergies": [{"allergen": "Aspirin", "reaction": "hives"}]}');
select is(tests.item('allergies', 'Aspirin') ->> 'status', 'active', 'a report after the refutation counts again');
select is(tests.conflicts(), 'reported_after_refutation', 'and is open for review');

select * from finish();
rollback;
