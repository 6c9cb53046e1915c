begin;
select plan(4);

select tests.new_patient();
select is(tests.visit('2026-01-10T10:00Z', '{}') -> 'totalVisits', '1', 'M25 the visit counts');
select tests.visit('2026-02-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex"}], "subjective_history": [{"kind": "medical", "name": "Gout"}]}');
select is(tests.visit('2026-03-10T10:00Z', '{}') -> 'totalVisits', '3', 'M25 so does a later one');
select is(tests.names('allergies'), 'Latex', 'M25 nothing is removed');
select is(tests.names('conditions'), 'Gout', 'medical history is a condition');

select * from finish();
rollback;
