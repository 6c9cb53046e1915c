begin;
select plan(18);

select tests.sign_in_as('dr-amara');
create temporary table saved on commit drop as
  select tests.save_note(tests.encounter_id('dr-amara', 'carol'), tests.full_note()) as id;

select tests.sign_in_as('carol');
select is(tests.refusal(public.sign_soap_note(id)), 'FORBIDDEN', 'a patient never signs') from saved;
select is(
  public.sign_soap_note('00000000-0000-4000-8000-00000000dead'), public.sign_soap_note(id), 'whatever note they name'
) from saved;
select tests.sign_in_as('dr-okoye');
select is(
  public.sign_soap_note(id), public.sign_soap_note('00000000-0000-4000-8000-00000000dead'),
  'nor for another provider in care'
) from saved;
select tests.sign_in_as('dr-amara');
select is(tests.refusal(public.sign_soap_note(id, repeat('0', 64))), 'REVISION_CONFLICT', 'what was seen is not what stands there')
from saved;

select tests.accept_all(tests.encounter_id('dr-amara', 'carol'));
create temporary table signed on commit drop as
  select public.sign_soap_note(id, content_sha256) as answer from saved join public.soap_notes using (id);
select is(answer ->> 'status', 'signed', 'its provider signs what was seen') from signed;
select is(answer ->> 'soapNoteId', id::text, 'and gets the note''s id') from signed, saved;
select is(answer -> 'revision', '1', 'revision') from signed;
select is(answer ->> 'contentSha256', content_sha256, 'and hash') from signed, saved join public.soap_notes using (id);
select is(
  encounter_at, least(scheduled_start, signed_at), 'the encounter''s time is frozen: the booking''s, as the call never opened'
) from saved join public.soap_notes using (id) join public.appointments on appointments.id = appointment_id;
select is(
  (select row(encounter_status, soap_status)::text from public.video_call_sessions where id = tests.encounter_id('dr-amara', 'carol')),
  '(soap_signed,signed)', 'the encounter is signed'
);
select is(public.sign_soap_note(id), answer, 'P01 signing again answers the same') from saved, signed;
select is(tests.refusal(public.sign_soap_note(id, repeat('0', 64))), 'REVISION_CONFLICT', 'but not for other content') from saved;

select tests.sign_in_as('carol');
select is(tests.refusal(public.sign_soap_note(id)), 'FORBIDDEN', 'nor a note of theirs that is signed') from saved;
select tests.sign_in_as('dr-okoye');
select is(tests.refusal(public.sign_soap_note(id)), 'FORBIDDEN', 'A39 the same for another provider in care') from saved;
select tests.sign_in_as('bob');
select is(tests.refusal(public.sign_soap_note(id)), 'FORBIDDEN', 'nor another patient') from saved;

select tests.sign_out();
select throws_ok(
  format('update public.soap_notes set meta = %L where id = %L', '{}', id), '42501', null, 'R12 a signed note does not change'
) from saved;
update public.soap_notes
set status = 'retracted', retracted_at = now(), retracted_by = provider_id, retraction_reason = 'wrong patient'
from saved where soap_notes.id = saved.id;
select tests.sign_in_as('dr-amara');
select is(tests.refusal(public.sign_soap_note(id)), 'NOTE_RETRACTED', 'a retracted note is not signed again') from saved;
select tests.sign_in_as('carol');
select is((select count(*) from public.soap_notes join saved using (id)), 0::bigint, 'and its patient sees it no more');

select * from finish();
rollback;
