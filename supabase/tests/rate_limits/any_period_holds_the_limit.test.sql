begin;
select plan(20);

create function pg_temp.history(p_patient text default 'alice') returns text language sql as $$
  select coalesce(tests.refusal(public.get_patient_history(tests.user_id(p_patient))), 'open')
$$;
-- Lets time pass for every call on record, as no update of theirs may.
create function pg_temp.age(p_by interval) returns void language plpgsql security definer set search_path = '' as $$
begin
  alter table audit.events disable trigger refuse_change;
  update audit.events set occurred_at = occurred_at - p_by;
  alter table audit.events enable trigger refuse_change;
end;
$$;
create function pg_temp.limited() returns bigint language sql security definer set search_path = '' as $$
  select count(*) from audit.events where outcome = 'RATE_LIMITED'
$$;
grant execute on function pg_temp.history(text), pg_temp.limited() to authenticated;
insert into private.rate_limits (rpc, max_calls, period) values
  ('get_patient_history', 3, '1 minute'), ('save_soap_note', 3, '1 hour');

select tests.sign_in_as('alice');
select is(pg_temp.history(), 'open', 'Q01 the first');
select is(pg_temp.history('bob'), 'PATIENT_NOT_FOUND', 'Q01 the second, a probe that is refused');
select is(pg_temp.history(), 'open', 'Q01 the third');
select is(pg_temp.history(), 'RATE_LIMITED', 'Q01 the fourth is one too many: the probe counts');
select is(current_setting('response.status'), '429', 'Q01 with its status');
select matches(current_setting('response.headers'), '^\[{"Retry-After": "(60|59)"}\]$', 'Q01 and when to come back');
select set_config('request.headers', '{"x-forwarded-for": "203.0.113.7"}', true);
select is(pg_temp.history('bob'), 'RATE_LIMITED', 'Q04 from whatever address they say, and whatever they ask for');
select is(tests.refusal(public.record_as_of(tests.user_id('alice'), now())), null, 'Q04 another function is not limited by it');
select is(pg_temp.limited(), 2::bigint, 'U02 what was over limit is on record');
select tests.sign_in_as('dr-amara');
select is(pg_temp.history(), 'open', 'Q04 nor is another person');

select tests.sign_out();
select pg_temp.age('40 seconds');
select tests.sign_in_as('alice');
select is(pg_temp.history(), 'RATE_LIMITED', 'Q03 a third of a minute later there is still no room');
select tests.sign_out();
select pg_temp.age('19 seconds');
select tests.sign_in_as('alice');
select is(pg_temp.history(), 'RATE_LIMITED', 'Q03 nor where the next minute begins');
select tests.sign_out();
select pg_temp.age('2 seconds');
select tests.sign_in_as('alice');
select is(pg_temp.history() || pg_temp.history() || pg_temp.history(), 'openopenopen', 'Q03 a minute later they are free, and what was over limit did not count');
select is(pg_temp.history(), 'RATE_LIMITED', 'Q03 as many as before');

select tests.sign_in_as('dr-amara');
select is(
  tests.refusal(public.save_soap_note(tests.encounter_id('dr-okoye', 'bob'), '{}')), 'SESSION_NOT_FOUND', 'Q01 a save that is refused'
);
select is(
  tests.refusal(public.save_soap_note(tests.encounter_id('dr-amara', 'alice'), '[]')), 'INVALID_REQUEST', 'Q01 one that is undone'
);
select is(tests.refusal(public.save_soap_note(tests.encounter_id('dr-amara', 'alice'), '{}')), null, 'Q01 and a good one count alike');
select is(
  tests.refusal(public.save_soap_note(tests.encounter_id('dr-amara', 'alice'), tests.full_note())), 'RATE_LIMITED', 'Q01 the next is one too many'
);
select tests.sign_out();
select is((select revision from public.soap_notes where status = 'draft'), 1, 'Q01 and nothing was saved');

-- Its storage out of reach.
alter table private.rate_limits rename to gone;
select tests.sign_in_as('carol');
select throws_ok(
  format('select public.get_patient_history(%L)', tests.user_id('carol')), '42P01', null, 'Q08 nobody is answered uncounted'
);
select tests.sign_out();

select * from finish();
rollback;
