begin;
select plan(16);

select tests.new_patient();
create temporary table note on commit drop as
select
  tests.signed_note(tests.pat(), '2026-01-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex"}]}') as signed,
  tests.signed_note(tests.user_id('carol'), '2026-01-10T10:00Z', '{}') as of_carol,
  gen_random_uuid() as absent;
grant select on note to authenticated;
insert into public.soap_notes (id, encounter_id, appointment_id, patient_id, provider_id)
select 'd1000000-0000-4000-8000-000000000001', id, appointment_id, patient_id, provider_id
from public.video_call_sessions where id = tests.encounter_id('dr-amara', 'carol');

select tests.sign_in_as('alice');
select is(
  public.retract_soap_note(signed, 'wrong patient'), public.retract_soap_note(absent, 'wrong patient'),
  'A21 a patient is answered alike whatever the id'
) from note;
select is(tests.refusal(public.retract_soap_note(signed, 'wrong patient')), 'FORBIDDEN', 'A21 by their role') from note;
select tests.sign_in_as('carol');
select is(tests.refusal(public.retract_soap_note(of_carol, 'wrong patient')), 'FORBIDDEN', 'a patient does not retract what is written of them')
from note;
select tests.sign_in_as('dr-okoye');
select is(
  public.retract_soap_note(signed, 'wrong patient'), public.retract_soap_note(absent, 'wrong patient'),
  'A45 a provider without a care relationship finds nothing'
) from note;
select is(tests.refusal(public.retract_soap_note(of_carol, 'wrong patient')), 'FORBIDDEN', 'A39 another provider of the patient sees it, and leaves it')
from note;
select tests.sign_in_as('nobody');
select is(tests.refusal(public.retract_soap_note(signed, 'wrong patient')), 'USER_NOT_PROVISIONED', 'T33 a person we do not know') from note;
select tests.sign_in_as('dr-amara');
select is(tests.refusal(public.retract_soap_note(absent, 'wrong patient')), 'NOT_FOUND', 'M22 a note that is not there') from note;
select is(tests.refusal(public.retract_soap_note(null, 'wrong patient')), 'NOT_FOUND', 'nor is none');
select is(
  tests.refusal(public.retract_soap_note('d1000000-0000-4000-8000-000000000001', 'wrong patient')), 'NOTE_NOT_SIGNED',
  'what was never signed is not retracted'
);
select is(tests.refusal(public.retract_soap_note(signed, reason)), 'MISSING_PARAMS', 'not without a reason: ' || coalesce(quote_literal(reason), 'null'))
from note, (values (null), (''), (e' \n')) as reasons (reason);
select is(tests.refusal(public.retract_soap_note(signed, repeat('x', 2001))), 'INVALID_REQUEST', 'nor with an endless one') from note;

select tests.sign_out();
select is(status, 'signed', 'a refusal leaves the note as it was') from note join public.soap_notes on id = signed;
select is_empty(
  'select from private.record_events where patient_id = tests.pat()', 'and the record without a version'
);
update public.appointments set status = 'cancelled' where patient_id = tests.pat();
select tests.sign_in_as('dr-amara');
select is(tests.refusal(public.retract_soap_note(signed, 'wrong patient')), 'NOT_FOUND', 'A24 the signer after the care relationship ended') from note;

select * from finish();
rollback;
