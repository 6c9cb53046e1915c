begin;
select plan(16);

select tests.new_patient();
create temporary table note on commit drop as
select
  tests.signed_note(tests.pat(), '2026-01-10T10:00Z', '{"plan_medication": [{"medication_name": "Aspirin"}]}') as signed,
  tests.signed_note(tests.user_id('alice'), '2026-01-10T10:00Z', '{}') as of_alice,
  tests.signed_note(tests.user_id('carol'), '2026-01-10T10:00Z', '{}') as of_carol,
  tests.signed_note(tests.pat(), '2026-01-11T10:00Z', '{}') as retracted,
  gen_random_uuid() as absent;
update public.soap_notes set status = 'retracted', retracted_at = now(), retracted_by = signed_by, retraction_reason = 'wrong patient'
where id = (select retracted from note);
insert into public.soap_notes (id, encounter_id, appointment_id, patient_id, provider_id)
select 'd1000000-0000-4000-8000-000000000001', id, appointment_id, patient_id, provider_id
from public.video_call_sessions where id = tests.encounter_id('dr-amara', 'carol');

select is(tests.refusal(tests.merge(of_alice, 'alice', tests.user_id('alice'))), 'FORBIDDEN', 'A21 the patient herself') from note;
select is(
  tests.merge(absent, 'alice', tests.user_id('alice')), tests.merge(of_alice, 'alice', tests.user_id('alice')),
  'A21 the same for a note that does not exist: the role decides first'
) from note;
select is(tests.refusal(tests.merge(of_alice, 'bob', tests.user_id('alice'))), 'FORBIDDEN', 'A22 another patient') from note;
select is(tests.refusal(tests.merge(absent, 'bob', gen_random_uuid())), 'FORBIDDEN', 'A22 whatever they name') from note;
select is(tests.refusal(tests.merge(of_alice, 'dr-okoye', tests.user_id('alice'))), 'NOT_FOUND', 'A25 a provider without a care relationship') from note;
select is(tests.refusal(tests.merge(of_carol, 'dr-okoye', tests.user_id('carol'))), 'FORBIDDEN', 'A39 another provider of the same patient') from note;
select is(tests.refusal(tests.merge(signed, 'nobody')), 'USER_NOT_PROVISIONED', 'T33 a person we do not know') from note;
select is(
  tests.merge(of_alice, 'dr-okoye', tests.user_id('alice')), tests.merge(absent, 'dr-okoye', tests.user_id('alice')),
  'A45 a note one may not see and one that does not exist answer alike'
) from note;
select is(tests.refusal(tests.merge(of_alice)), 'NOT_FOUND', 'M23 A38 a note of another patient') from note;
select is(tests.refusal(tests.merge(absent, p_patient_id => gen_random_uuid())), 'NOT_FOUND', 'M24 a patient who does not exist') from note;
select is(
  tests.refusal(tests.merge('d1000000-0000-4000-8000-000000000001', p_patient_id => tests.user_id('carol'))), 'NOTE_NOT_SIGNED',
  'A40 her own draft'
);
select is(
  tests.refusal(tests.merge('d1000000-0000-4000-8000-000000000001', 'dr-okoye', tests.user_id('carol'))), 'NOT_FOUND',
  'A40 a colleague''s draft is not there for others'
);
select is(tests.refusal(tests.merge(retracted)), 'NOTE_RETRACTED', 'A40 M22 her own note once retracted') from note;

update public.appointments set status = 'cancelled' where patient_id = tests.pat();
select is(tests.refusal(tests.merge(signed)), 'NOT_FOUND', 'A24 the signer after the care relationship ended') from note;

select is(tests.record(), '{}', 'a refusal leaves the record as it was');
select is_empty(
  $$ select from public.soap_note_merges where patient_id = tests.pat() $$, 'a refusal leaves no row in the ledger'
);

select * from finish();
rollback;
