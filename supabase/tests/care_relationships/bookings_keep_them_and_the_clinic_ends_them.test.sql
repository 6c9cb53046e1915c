begin;
select plan(14);

create function pg_temp.state() returns text language sql as $$
  select state from private.care_relationships
  where provider_id = tests.user_id('dr-okoye') and patient_id = tests.user_id('alice')
$$;
create function pg_temp.history() returns text language plpgsql as $$
declare
  v_answer jsonb;
begin
  perform tests.sign_in_as('dr-okoye');
  v_answer := public.get_patient_history(tests.user_id('alice'));
  perform tests.sign_out();
  return coalesce(tests.refusal(v_answer), 'open');
end;
$$;

select is(pg_temp.state(), null, 'who was never booked has no relationship');
select is(pg_temp.history(), 'PATIENT_NOT_FOUND', 'and finds no patient');

insert into public.appointments (id, provider_id, patient_id, scheduled_start)
values ('c0000000-0000-4000-8000-0000000000a1', tests.user_id('dr-okoye'), tests.user_id('alice'), now());
select is(pg_temp.state(), 'live', 'a booking opens one');
select is(pg_temp.history(), 'open', 'and the history with it');

update public.appointments set status = 'completed' where id = 'c0000000-0000-4000-8000-0000000000a1';
select is(pg_temp.state(), 'live', 'a visit that took place keeps it');

update public.appointments set status = 'cancelled' where id = 'c0000000-0000-4000-8000-0000000000a1';
select is(pg_temp.state(), 'cancelled', 'A15 the only booking cancelled, it is cancelled');
select is(pg_temp.history(), 'PATIENT_NOT_FOUND', 'A15 and closed');

update public.appointments set status = 'scheduled' where id = 'c0000000-0000-4000-8000-0000000000a1';
select private.end_care_relationship(tests.user_id('dr-okoye'), tests.user_id('alice'));
select is(pg_temp.state(), 'ended', 'A15 the clinic ends one whose bookings stand');
select is(pg_temp.history(), 'PATIENT_NOT_FOUND', 'A15 and it is closed');

update public.appointments set status = 'completed' where id = 'c0000000-0000-4000-8000-0000000000a1';
select is(pg_temp.state(), 'ended', 'a change of an old booking does not open it again');
insert into public.appointments (id, provider_id, patient_id, scheduled_start, created_at)
values ('c0000000-0000-4000-8000-0000000000a2', tests.user_id('dr-okoye'), tests.user_id('alice'), now(), now() + interval '1 second');
select is(pg_temp.state(), 'live', 'a later booking does');

delete from public.appointments where id = 'c0000000-0000-4000-8000-0000000000a1';
update public.appointments set patient_id = tests.user_id('bob') where id = 'c0000000-0000-4000-8000-0000000000a2';
select is(pg_temp.state(), 'cancelled', 'the booking moved to another patient, it is over');

select tests.sign_in_as('dr-okoye');
select throws_ok(
  $$ select private.end_care_relationship(gen_random_uuid(), gen_random_uuid()) $$, '42501', null,
  'no client ends a relationship'
);
select throws_ok($$ select * from private.care_relationships $$, '42501', null, 'nor reads who has whom in care');

select * from finish();
rollback;
