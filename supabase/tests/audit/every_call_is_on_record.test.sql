begin;
select plan(36);

create function pg_temp.last() returns audit.events language sql security definer set search_path = '' as $$
  select * from audit.events order by id desc limit 1
$$;
create function pg_temp.rows() returns bigint language sql security definer set search_path = '' as $$
  select count(*) from audit.events
$$;
grant execute on function pg_temp.last(), pg_temp.rows() to authenticated;
create temporary table before on commit drop as select count(*) as rows from audit.events;
grant select on before to authenticated;

-- Refusals.
select tests.sign_in_as('mallory');
select public.get_patient_history(tests.user_id('alice'));
select is((pg_temp.last()).outcome, 'USER_NOT_PROVISIONED', 'U02 a refusal is on record with its code');
select is((pg_temp.last()).actor_uid, 'mallory-uid', 'U02 and who was refused');
select is((pg_temp.last()).actor_role, 'unknown', 'U02 whom nobody knows');
select is((pg_temp.last()).patient_id, tests.user_id('alice'), 'U02 with the patient they named');
select is((pg_temp.last()).purpose, null, 'U02 and no purpose, since none was granted');
select tests.sign_in_as('dr-okoye');
select public.get_patient_history(tests.user_id('alice'));
select is((pg_temp.last()).outcome, 'PATIENT_NOT_FOUND', 'U02 a provider without a relationship');
select is((pg_temp.last()).actor_id, tests.user_id('dr-okoye'), 'U02 by id');
select public.create_context_snapshot(tests.encounter_id('dr-amara', 'alice'));
select is((pg_temp.last()).patient_id, tests.user_id('alice'), 'U02 whose encounter it was is known though they are told nothing');
select public.save_soap_note(tests.encounter_id('dr-amara', 'alice'), tests.full_note());
select is(
  (pg_temp.last()).rpc || ' ' || (pg_temp.last()).outcome, 'save_soap_note SESSION_NOT_FOUND', 'U02 a refused save, though it answers an id'
);
select tests.sign_in_as('alice', '{"aud": "another-project"}');
select public.get_patient_history(tests.user_id('alice'));
select is((pg_temp.last()).outcome, 'INVALID_FIREBASE_TOKEN', 'U02 a token of another project');
select is((pg_temp.last()).actor_uid, null, 'T25 accuses nobody of ours');
select is(pg_temp.rows(), (select rows + 5 from before), 'U02 each one row');

-- Answers.
select tests.sign_in_as('alice', '{"user_id": "bob-uid", "email": "bob@example.org"}');
select set_config('request.headers', '{"x-request-id": "a-request.1", "x-function": "get-patient-history"}', true);
select public.get_patient_history(tests.user_id('alice'));
select is((pg_temp.last()).outcome, 'OK', 'U01 an answer is on record');
select is((pg_temp.last()).actor_uid, 'alice-uid', 'T27 as its actor sub and nothing else');
select is((pg_temp.last()).actor_role, 'patient', 'U01 with the role');
select is((pg_temp.last()).purpose, 'PATRQT', 'U01 and the purpose: one''s own request');
select is((pg_temp.last()).action, 'R', 'U01 what was done');
select is((pg_temp.last()).request_id, 'a-request.1', 'U01 in which request');
select is((pg_temp.last()).source, 'get-patient-history', 'U01 by way of which function');
select ok((pg_temp.last()).occurred_at between now() and clock_timestamp(), 'U11 when, by the clock of the database');
select set_config('request.headers', '{"x-request-id": "Alice has\na cough", "x-function": "Alice"}', true);
select tests.sign_in_as('dr-amara');
select public.get_patient_history(tests.user_id('alice'));
select is((pg_temp.last()).purpose, 'TREAT', 'U01 a provider''s purpose is care');
select is((pg_temp.last()).request_id, null, 'U09 what is no request id is not kept');
select is((pg_temp.last()).source, 'data-api', 'U09 nor what names no function of ours');
select set_config('request.headers', '', true);
select tests.sign_in_as('dr-okoye');
select public.open_emergency_access(tests.user_id('alice'), 'Found unconscious, no relatives');
select is((pg_temp.last()).purpose, 'BTG', 'U01 breaking the glass is a purpose of its own');
select public.get_patient_history(tests.user_id('alice'));
select is((pg_temp.last()).purpose, 'BTG', 'U01 and so is what rests on it');

-- Repeats.
select tests.sign_in_as('dr-amara');
create temporary table note on commit drop as
  select tests.save_note(tests.encounter_id('dr-amara', 'alice'), tests.full_note()) as id;
select is((pg_temp.last()).rpc, 'save_soap_note', 'U01 a call that answers no object is on record too');
select public.save_soap_note(tests.encounter_id('dr-amara', 'alice'), '[]');
select is((pg_temp.last()).outcome, 'INVALID_REQUEST', 'U02 a save that was undone is on record all the same');
select is(revision, 1, 'U02 and undone') from note join public.soap_notes using (id);
select tests.accept_all(tests.encounter_id('dr-amara', 'alice'));
select public.sign_soap_note(id) from note;
select is((pg_temp.last()).object_id, id, 'U01 with the note') from note;
select public.merge_soap_into_cumulative_record(tests.user_id('alice'), id) from note;
select is((pg_temp.last()).replayed, false, 'U14 the first merge');
select public.merge_soap_into_cumulative_record(tests.user_id('alice'), id) from note;
select is((pg_temp.last()).replayed, true, 'U14 its repeat is marked');
select public.amend_soap_note(id, '[]', 'a typo') from note;
select is((pg_temp.last()).outcome, 'INVALID_REQUEST', 'U02 a refusal that undoes work is on record all the same') from note;
select is((select count(*) from public.soap_notes where amends_note_id is not null), 0::bigint, 'U02 and the work undone');

-- What a row may hold, and what may be done to it.
select tests.sign_out();
select is(
  (select count(*) from pg_constraint where conrelid = 'audit.events'::regclass and contype = 'f'), 0::bigint,
  'U10 no row depends on the people it speaks of'
);
select throws_ok('update audit.events set outcome = ''OK''', '42501', null, 'U06 the owner changes no row');
select throws_ok('truncate audit.events', '42501', null, 'U06 nor empties the table');

select * from finish();
rollback;
