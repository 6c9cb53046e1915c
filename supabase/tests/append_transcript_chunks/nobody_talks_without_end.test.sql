begin;
select plan(10);

create function pg_temp.say(p_patient text, p_sequence integer, p_text text) returns text
language sql
as $$
  select tests.refusal(public.append_transcript_chunks(
    tests.encounter_id('dr-amara', p_patient), jsonb_build_array(jsonb_build_object('sequence', p_sequence, 'text', p_text))
  ))
$$;
grant execute on function pg_temp.say(text, integer, text) to public;

select tests.sign_in_as('alice');
select is(
  tests.refusal(public.append_transcript_chunks(
    tests.encounter_id('dr-amara', 'alice'),
    (select jsonb_agg(jsonb_build_object('sequence', sequence, 'text', repeat('a', 99990))) from generate_series(1, 21) as sequence)
  )),
  'INVALID_REQUEST', 'I17 more than 2 MB at once are no transcript'
);
select tests.sign_out();
insert into public.call_transcript_chunks (encounter_id, sequence, speaker_role, text, stored_by)
values (tests.encounter_id('dr-amara', 'alice'), 1, 'patient', repeat('é', 999990), tests.user_id('alice'));
insert into public.call_transcript_chunks (encounter_id, sequence, speaker_role, text, stored_by)
select tests.encounter_id('dr-amara', 'carol'), sequence, 'patient', 'a', tests.user_id('carol') from generate_series(1, 9999) as sequence;

select tests.sign_in_as('alice');
select is(pg_temp.say('alice', 2, 'aaaaaaaaaaaaaaaaaaaa'), null, 'a phone stores 2 MB of an encounter, counted as a body is');
select is(pg_temp.say('alice', 3, 'a'), 'INVALID_REQUEST', 'I17 and no more, in however many calls');
select is(pg_temp.say('alice', 2, 'aaaaaaaaaaaaaaaaaaaa'), null, 'what is stored is found again');
select tests.sign_in_as('dr-amara');
select is(pg_temp.say('alice', 3, 'a'), null, 'nobody''s words take the other''s room');
select tests.sign_in_as('carol');
select is(pg_temp.say('carol', 10000, 'a'), null, 'a person says something 10000 times');
select is(pg_temp.say('carol', 10001, 'a'), 'INVALID_REQUEST', 'I17 and not once more');
select is(pg_temp.say('carol', 10000, 'a'), null, 'what is stored is found again');
select tests.sign_in_as('dr-amara');
select is(pg_temp.say('carol', 10001, 'a'), null, 'the other still does');

-- As deadlines.sql sets it: what took the square of the chunks took minutes here.
select tests.sign_out();
set local statement_timeout = '8s';
select is(
  (select private.transcript(tests.encounter_id('dr-amara', 'carol')) -> 9999 ->> 'sequence'), '10000', 'D06 and all of it is read within a statement''s time'
);

select * from finish();
rollback;
