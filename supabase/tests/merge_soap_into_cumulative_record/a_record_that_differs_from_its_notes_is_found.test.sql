begin;
select plan(10);

select tests.new_patient();
select is_empty('select * from private.verify_record(tests.pat())', 'no notes, no record: all is well');
select tests.visit('2026-01-10T10:00Z', '{
  "subjective_allergies": [{"allergen": "Latex", "severity": "severe"}, {"allergen": "Egg"}],
  "plan_medication": [{"medication_name": "Aspirin", "dose": "75 mg"}]}');
select is_empty('select * from private.verify_record(tests.pat())', 'M34 a record that was merged is what its notes make');
create temporary table version on commit drop as select tests.record() #>> '{metadata,record_version}' as before;

update private.record_entries set item = item || '{"severity": null}'
where patient_id = tests.pat() and item ->> 'allergen' = 'Latex';
select results_eq(
  'select stored_in, section, problem from private.verify_record(tests.pat())',
  $$values ('entries', 'allergies', 'different')$$, 'a value that was changed behind the fold'
);
delete from private.record_substances where patient_id = tests.pat() and section = 'medications';
delete from private.record_entries where patient_id = tests.pat() and section = 'medications';
select results_eq(
  $$select stored_in, section, problem from private.verify_record(tests.pat()) where section = 'medications'$$,
  $$values ('entries', 'medications', 'missing')$$, 'an entry that is gone'
);
update private.record_states set record_version = repeat('0', 64), is_being_written = true where patient_id = tests.pat();
update public.patient_profiles
set cumulative_medical_record = jsonb_set(
  jsonb_set(tests.record(), '{metadata,record_version}', to_jsonb(repeat('0', 64))), '{allergies}', jsonb_build_array(tests.record() #> '{allergies,1}', tests.record() #> '{allergies,0}')
)
where user_id = tests.pat();
select results_eq(
  $$select section, problem from private.verify_record(tests.pat()) where stored_in = 'column' order by 1$$,
  $$values ('allergies', 'order'), ('metadata', 'version')$$, 'a list in another order, and a version that is none'
);
update private.record_states set is_being_written = false where patient_id = tests.pat();

select is(private.rebuild_record(tests.pat()), (select before from version), 'M34 a rebuild makes the record of before');
select is_empty('select * from private.verify_record(tests.pat())', 'as its notes do');
select is(
  (select kind from private.record_events where patient_id = tests.pat() order by sequence desc limit 1), 'rebuild',
  'and the journal knows of it'
);
select is(private.rebuild_record(gen_random_uuid()), null, 'nobody has no record');
select throws_ok(
  $$update private.record_assertions set fields = '{}' where patient_id = tests.pat()$$, '42501', null, 'the ledger is append-only'
);

select * from finish();
rollback;
