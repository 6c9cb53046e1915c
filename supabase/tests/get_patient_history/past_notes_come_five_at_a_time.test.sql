begin;
select plan(6);

select count(tests.signed_note(tests.user_id('alice'), '2025-01-01T09:00:00Z'::timestamptz + n * interval '1 day', '{}'))
from generate_series(1, 6) as n;
insert into public.soap_notes (encounter_id, appointment_id, patient_id, provider_id)
select id, appointment_id, patient_id, provider_id from public.video_call_sessions where id = tests.encounter_id('dr-amara', 'alice');

select tests.sign_in_as('alice');
select is(
  tests.refusal(public.get_patient_history(tests.user_id('alice'), p_cursor => 'x'')); drop table users')),
  'INVALID_REQUEST', 'I20 a cursor we did not give is refused'
);
create temporary table page on commit drop as
  select 1 as number, public.get_patient_history(tests.user_id('alice')) as history;
insert into page
  select 2, public.get_patient_history(tests.user_id('alice'), p_cursor => history ->> 'nextCursor') from page;

select is(jsonb_array_length(history -> 'pastNotes'), 5, 'five at first') from page where number = 1;
select is(history #>> '{pastNotes,0,date}', '2026-03-10T14:02:00Z', 'the newest first, drafts left out') from page where number = 1;
select is(jsonb_array_length(history -> 'pastNotes'), 2, 'then the rest') from page where number = 2;
select ok(not history ? 'nextCursor', 'and no cursor after it') from page where number = 2;
select is(
  (select count(distinct note ->> 'soapNoteId') from page, jsonb_array_elements(history -> 'pastNotes') as note),
  7::bigint, 'each note once'
);

select * from finish();
rollback;
