begin;
select plan(3);

select tests.visit('2026-01-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex"}, {"allergen": "Egg"}]}')
from tests.new_patient();
create temporary table forged on commit drop as
select record || jsonb_build_object('metadata', (record -> 'metadata') || jsonb_build_object('record_version', private.sha256_hex(record #- '{metadata,record_version}'))) as record
from (select jsonb_set(tests.record(), '{allergies}', '[]') as record) as without;
create temporary table note on commit drop as select tests.signed_note(tests.pat(), '2026-02-10T10:00Z', '{}') as id;

-- A fold gone wrong: it is writing, and what it writes has the version it says.
update private.record_states
set is_being_written = true, record_version = (select record #>> '{metadata,record_version}' from forged)
where patient_id = tests.pat();
select private.record_event(tests.pat(), 'merge', record #>> '{metadata,record_version}', id) from forged, note;
select throws_ok(
  'update public.patient_profiles set cumulative_medical_record = record from forged where user_id = tests.pat()', '42501',
  'Cannot write cumulative record: an allergy would be lost', 'M33 a fold that loses an allergy in a merge is stopped, journal or not'
);
select is(jsonb_array_length(tests.record('allergies')), 2, 'M33 both are there');
select private.record_event(tests.pat(), 'retraction', record #>> '{metadata,record_version}', id) from forged, note;
select lives_ok(
  'update public.patient_profiles set cumulative_medical_record = record from forged where user_id = tests.pat()',
  'M33 a retraction may take them'
);

select * from finish();
rollback;
