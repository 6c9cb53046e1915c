begin;
select plan(15);

select tests.new_patient();
create temporary table note on commit drop as
select
  tests.signed_note(tests.pat(), '2026-01-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex"}]}') as signed,
  tests.signed_note(tests.pat(), '2026-01-11T10:00Z', '{}') as retracted,
  tests.signed_note(tests.user_id('carol'), '2026-01-10T10:00Z', '{}') as of_carol,
  gen_random_uuid() as absent;
grant select on note to authenticated;
insert into public.soap_notes (id, encounter_id, appointment_id, patient_id, provider_id)
select 'd1000000-0000-4000-8000-000000000001', id, appointment_id, patient_id, provider_id
from public.video_call_sessions where id = tests.encounter_id('dr-amara', 'carol');

select tests.sign_in_as('carol');
select is(
  public.amend_soap_note(of_carol, '{}', 'a typo'), public.amend_soap_note(absent, '{}', 'a typo'),
  'A21 a patient is answered alike whatever the id'
) from note;
select is(tests.refusal(public.amend_soap_note(of_carol, '{}', 'a typo')), 'FORBIDDEN', 'A21 by their role') from note;
select tests.sign_in_as('dr-okoye');
select is(
  public.amend_soap_note(signed, '{}', 'a typo'), public.amend_soap_note(absent, '{}', 'a typo'),
  'A45 a provider without a care relationship finds nothing'
) from note;
select is(tests.refusal(public.amend_soap_note(of_carol, '{}', 'a typo')), 'FORBIDDEN', 'A39 another provider of the patient does not amend it') from note;
select tests.sign_in_as('dr-amara', '{"role": "service_role"}');
select is(tests.refusal(public.amend_soap_note(signed, '{}', 'a typo')), 'ROLE_CLAIM_MISSING', 'a token of another role is nobody') from note;
select tests.sign_in_as('dr-amara');
select is(tests.refusal(public.amend_soap_note(absent, '{}', 'a typo')), 'NOT_FOUND', 'a note that is not there') from note;
select is(
  tests.refusal(public.amend_soap_note('d1000000-0000-4000-8000-000000000001', '{}', 'a typo')), 'NOTE_NOT_SIGNED', 'a draft is edited, not amended'
);
select is(tests.refusal(public.amend_soap_note(signed, null, 'a typo')), 'MISSING_PARAMS', 'not without a note') from note;
select is(tests.refusal(public.amend_soap_note(signed, '{}', '  ')), 'MISSING_PARAMS', 'nor without a reason') from note;
select is(tests.refusal(public.amend_soap_note(signed, '{}', repeat('x', 2001))), 'INVALID_REQUEST', 'nor with an endless one') from note;
select is(tests.refusal(public.amend_soap_note(signed, content::jsonb, 'a typo')), 'INVALID_REQUEST', 'nor by what is no SoapNote: ' || content)
from note, (values ('[]'), ('{"subjective": {"allergies": [{"allergen": ""}]}}')) as contents (content);
select public.retract_soap_note(retracted, 'wrong visit') from note;
select is(tests.refusal(public.amend_soap_note(retracted, '{}', 'a typo')), 'NOTE_RETRACTED', 'what was retracted is not amended') from note;

select tests.sign_out();
select is((select count(*) from public.soap_notes where amends_note_id is not null), 0::bigint, 'a refusal writes no note');
select is(status, 'signed', 'and leaves the one there is') from note join public.soap_notes on id = signed;

select * from finish();
rollback;
