begin;
select plan(3);

select tests.new_patient();
-- As a table owner restoring an old dump would: past the trigger that keeps the record the ledger's own.
alter table public.patient_profiles disable trigger user;
update public.patient_profiles set cumulative_medical_record = '{"conditions": ["Gout"]}' where user_id = tests.pat();
alter table public.patient_profiles enable trigger user;
select tests.signed_note(tests.pat(), '2026-01-10T10:00Z', '{}');

select throws_ok(
  $$ select private.merge_pending_notes(tests.pat()) $$, 'P0001', null, 'M28 a merge refuses to overwrite it'
);
select is(tests.record(), '{"conditions": ["Gout"]}', 'M28 it is still there');
select is(private.merge_pending_notes(gen_random_uuid()), null, 'M24 a patient without a profile is told from one with nothing to merge');

select * from finish();
rollback;
