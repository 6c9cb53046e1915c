begin;
select plan(21);

insert into public.users (id, firebase_uid) values ('f0000000-0000-4000-8000-000000000001', 'ada-uid');
insert into public.administrator_profiles (user_id, facility_name, approved_at)
select 'f0000000-0000-4000-8000-000000000001', facility_name, now()
from public.medical_provider_profiles where user_id = tests.user_id('dr-okoye');
create temporary table opened (place integer, answer jsonb) on commit drop;
grant all on opened to authenticated;
create function pg_temp.open(p_place integer, p_reason text) returns text language sql as $$
  insert into opened select p_place, public.open_emergency_access(tests.user_id('alice'), p_reason);
  select coalesce(tests.refusal(answer), answer ->> 'replayed') from opened where place = p_place
$$;
create function pg_temp.revoke(p_place integer) returns text language sql as $$
  select public.revoke_emergency_access((answer ->> 'emergencyAccessId')::uuid) ->> 'replayed' from opened where place = p_place
$$;
create function pg_temp.history() returns text language sql as $$
  select coalesce(tests.refusal(public.get_patient_history(tests.user_id('alice'))), 'open')
$$;
-- Lets time pass for every emergency access, as no update of one may.
create function pg_temp.let_time_pass(p_by interval) returns void language sql as $$
  alter table public.emergency_accesses disable trigger user;
  update public.emergency_accesses
  set opened_at = opened_at - p_by, expires_at = expires_at - p_by, revoked_at = revoked_at - p_by, last_read_at = last_read_at - p_by;
  alter table public.emergency_accesses enable trigger user
$$;
grant execute on function pg_temp.open(integer, text), pg_temp.revoke(integer), pg_temp.history() to authenticated;

-- Every opening keeps its reason.
select tests.sign_in_as('dr-okoye');
select is(pg_temp.open(1, 'Found unconscious in the street'), 'false', 'A47 opened');
select is(pg_temp.open(2, ' Found unconscious in the street '), 'true', 'A47 the same request again is the same access');
select is(pg_temp.history(), 'open', 'A47 used once');
select tests.sign_out();
select pg_temp.let_time_pass('1 minute');
select tests.sign_in_as('dr-okoye');
select is(pg_temp.open(3, 'Seizure after arrival'), 'false', 'A47 another reason opens another');
select is(pg_temp.history(), 'open', 'A47 used once more');
select is(
  (select jsonb_agg(jsonb_build_array(reason, reads) order by opened_at) from public.emergency_accesses),
  '[["Found unconscious in the street", 1], ["Seizure after arrival", 1]]', 'A47 both reasons stand, each use counted once'
);

-- A no ends all of them, and holds.
select tests.sign_in_as('alice');
select is(pg_temp.revoke(1), 'false', 'A47 the patient revokes one');
select tests.sign_in_as('dr-okoye');
select is(pg_temp.history(), 'PATIENT_NOT_FOUND', 'A47 and none is left open');
select is(pg_temp.open(4, 'Found unconscious in the street'), 'FORBIDDEN', 'A47 it is not opened again for the same reason');
select is(pg_temp.open(5, 'Cardiac arrest in the ward'), 'FORBIDDEN', 'A47 nor for another');
select is((select count(*) from public.emergency_accesses), 2::bigint, 'A47 and nothing was');
select is(pg_temp.revoke(3), 'true', 'A47 nor does the provider take the no for their own');
select tests.sign_out();
select pg_temp.let_time_pass('24 hours');
select tests.sign_in_as('dr-okoye');
select is(pg_temp.open(6, 'Found unconscious at home'), 'false', 'A47 24 hours later, another emergency opens another');

-- Whoever administers says no as well; who only ends their own says none, and takes nobody''s no away by it.
select is(pg_temp.revoke(6), 'false', 'A47 the provider ends it when the emergency is over');
select is(pg_temp.open(7, 'Unconscious once more'), 'false', 'A47 which keeps nobody from opening another');
select is(pg_temp.revoke(7), 'false', 'A47 that is ended by the provider, too');
select tests.sign_in_as('ada');
select is(pg_temp.revoke(7), 'false', 'A47 an administrator says no after it');
select is(pg_temp.revoke(7), 'true', 'A47 once');
select tests.sign_in_as('dr-okoye');
select is(pg_temp.open(8, 'Unconscious a third time'), 'FORBIDDEN', 'A47 and the no holds');
select tests.sign_out();
select is(
  (select revoked_by from public.emergency_accesses where reason = 'Unconscious once more'), 'f0000000-0000-4000-8000-000000000001'::uuid,
  'A47 it is the administrator''s on record'
);
select throws_ok(
  $$ update public.emergency_accesses set revoked_at = null, revoked_by = null $$, '42501', null, 'A47 no revocation is ever taken back'
);

select * from finish();
rollback;
