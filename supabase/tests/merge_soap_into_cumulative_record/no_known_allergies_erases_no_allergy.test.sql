begin;
select plan(9);

select tests.new_patient();
select is(private.fold_record(tests.pat()) #>> '{list_states,allergies,state}', 'not_asked', 'nobody asked');

select tests.visit('2026-01-10T10:00Z', '{"list_states": {"allergies": "none_known"}}');
select is(tests.record() #>> '{list_states,allergies,state}', 'none_known', 'asked, none');
select tests.visit('2026-01-20T10:00Z', '{"subjective_allergies": [{"allergen": "Latex", "severity": "mild"}]}');
select is(tests.record() #>> '{list_states,allergies,state}', 'listed', 'M07 an allergy after none known is listed');
select is(tests.conflicts(), '', 'M07 and contradicts nothing');

select tests.visit('2026-02-10T10:00Z', '{"subjective_allergies": [{"allergen": "NKDA"}]}');
select is(tests.names('allergies'), 'Latex', 'M07 none known after an allergy: the allergy stays, and NKDA is no allergen');
select is(tests.conflicts(), 'none_known_after_recorded', 'M07 and the contradiction is shown');
select is(
  jsonb_path_query_array(tests.record('conflicts'), '$[0].sides[*].encounter_at'), '["2026-01-20T10:00:00Z", "2026-02-10T10:00:00Z"]',
  'M07 with both dates'
);
select tests.visit('2026-03-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex"}]}');
select is(tests.conflicts(), '', 'M07 until a later note confirms the allergy');

select tests.visit('2026-04-10T10:00Z', '{"list_states": {"allergies": "not_asked"}}');
select is(tests.record() #>> '{list_states,allergies,state}', 'listed', 'not asking says nothing');

select * from finish();
rollback;
