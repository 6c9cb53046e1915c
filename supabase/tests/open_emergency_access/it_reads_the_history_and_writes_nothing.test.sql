begin;
select plan(12);

update public.users set email = 'alice@people.example', phone = '+1 555 0100' where firebase_uid = 'alice-uid';
select tests.signed_note(tests.user_id('alice'), '2026-05-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex"}]}');
create temporary table seen (record jsonb, person jsonb) on commit drop;
grant all on seen to authenticated;
create function pg_temp.writes() returns jsonb language sql as $$
  select jsonb_build_array(
    (select jsonb_agg(to_jsonb(note) order by note.id) from public.soap_notes as note),
    (select jsonb_agg(to_jsonb(merge) order by merge.soap_note_id) from public.soap_note_merges as merge),
    (select jsonb_agg(to_jsonb(event) order by event.patient_id, event.sequence) from private.record_events as event),
    (select jsonb_agg(to_jsonb(profile) order by profile.user_id) from public.patient_profiles as profile)
  )
$$;
create temporary table before on commit drop as select pg_temp.writes() as everything;

select tests.sign_in_as('dr-okoye');
select public.open_emergency_access(tests.user_id('alice'), 'Found unconscious in the street');
select is(
  tests.refusal(public.record_as_of(tests.user_id('alice'), now())), 'PATIENT_NOT_FOUND', 'A47 it opens no record of another time'
);
select is(
  tests.refusal(public.record_diff(tests.user_id('alice'), now(), now())), 'PATIENT_NOT_FOUND', 'A47 nor what became known between two'
);
select is((select reads from public.emergency_accesses), 0, 'A47 and what it does not open is no use of it');
insert into seen
select answer -> 'record', answer -> 'patientData' from public.get_patient_history(tests.user_id('alice')) as answer;
select is((select reads from public.emergency_accesses), 1, 'A47 reading the history is');
select ok(person -> 'allergies' ? 'Latex (severity unknown)', 'A47 what was signed is read, though nobody merged it') from seen;
select is(person ->> 'fullName', 'Alice Example', 'A47 with who the patient is') from seen;
select ok(person ? 'emergencyPhone', 'A47 and whom to call') from seen;
select is(person -> 'email', 'null'::jsonb, 'A47 without their e-mail') from seen;
select is(person -> 'phone', 'null'::jsonb, 'A47 or phone') from seen;
select tests.sign_out();
select is(pg_temp.writes(), everything, 'A47 nothing was written: no merge, no journal, no record') from before;

select tests.sign_in_as('dr-amara');
select is(answer -> 'record', record, 'A47 what was read is the record as those read it who have the patient in care')
from seen, public.get_patient_history(tests.user_id('alice')) as answer;
select is(answer #>> '{patientData,email}', 'alice@people.example', 'A47 who read the e-mail too')
from public.get_patient_history(tests.user_id('alice')) as answer;

select * from finish();
rollback;
