begin;
select plan(2);

select tests.new_patient();
select tests.signed_note(tests.pat(), '2026-01-10T10:00Z', '{}', p_encounter_id => 'e1000000-0000-4000-8000-000000000001');
select tests.merge(tests.signed_note(tests.pat(), '2026-01-10T10:00Z', '{}', p_encounter_id => 'e1000000-0000-4000-8000-000000000001'));

select is(tests.record() #> '{metadata,total_visits}', '1', 'visits are distinct encounters');
select is(jsonb_array_length(tests.record() #> '{metadata,source_soap_notes}'), 2, 'both notes are sources');

select * from finish();
rollback;
