begin;
select plan(35);

insert into public.users (id, firebase_uid) values
  ('f0000000-0000-4000-8000-000000000001', 'ada-uid'), ('f0000000-0000-4000-8000-000000000002', 'adam-uid');
insert into public.administrator_profiles (user_id, facility_name, approved_at) values
  ('f0000000-0000-4000-8000-000000000001', 'Hillcrest Clinic', now()),
  ('f0000000-0000-4000-8000-000000000002', 'Seaside Clinic', now());

create function pg_temp.history() returns text language sql as $$
  select coalesce(tests.refusal(public.get_patient_history(tests.user_id('alice'))), 'open')
$$;
create temporary table opened (answer jsonb) on commit drop;
grant select, insert on opened to authenticated;
create function pg_temp.opened(p_key text) returns text language sql as $$ select answer ->> p_key from opened $$;

grant execute on function pg_temp.history(), pg_temp.opened(text) to authenticated;

-- Refusals.
select tests.sign_in_as('bob');
select is(tests.refusal(public.open_emergency_access(tests.user_id('alice'), 'Found unconscious')), 'FORBIDDEN', 'A47 a patient may not');
select tests.sign_in_as('ada');
select is(tests.refusal(public.open_emergency_access(tests.user_id('alice'), 'Found unconscious')), 'FORBIDDEN', 'A47 an administrator may not');
select tests.sign_in_as('mallory');
select is(tests.refusal(public.open_emergency_access(tests.user_id('alice'), 'Found unconscious')), 'USER_NOT_PROVISIONED', 'A47 nobody may who is not known');
select tests.sign_in_as('dr-okoye');
select is(tests.refusal(public.open_emergency_access(tests.user_id('alice'), null)), 'MISSING_PARAMS', 'A47 not without a reason');
select is(
  tests.refusal(public.open_emergency_access(tests.user_id('alice'), repeat(U&'\200B', 12))), 'INVALID_REQUEST', 'A47 nor for one nobody can see'
);
select is(
  tests.refusal(public.open_emergency_access(tests.user_id('alice'), E'x\n\n\n\n\n\n\n\n\n\nx')), 'INVALID_REQUEST', 'A47 nor for one that says nothing'
);
select is(tests.refusal(public.open_emergency_access(tests.user_id('alice'), '   ')), 'MISSING_PARAMS', 'A47 nor with a blank one');
select is(tests.refusal(public.open_emergency_access(tests.user_id('alice'), 'urgent')), 'INVALID_REQUEST', 'A47 nor with one word');
select is(tests.refusal(public.open_emergency_access(tests.user_id('alice'), repeat('x', 1001))), 'INVALID_REQUEST', 'A47 nor with a treatise');
select is(tests.refusal(public.open_emergency_access(null, 'Found unconscious')), 'MISSING_PARAMS', 'A47 nor for nobody');
select is(tests.refusal(public.open_emergency_access(gen_random_uuid(), 'Found unconscious')), 'PATIENT_NOT_FOUND', 'A47 nor for who does not exist');
select is(tests.refusal(public.open_emergency_access(tests.user_id('bob'), 'Found unconscious')), 'INVALID_REQUEST', 'A47 nor for a patient in care');
select tests.sign_out();
select is((select count(*) from public.emergency_accesses), 0::bigint, 'A47 and nothing was opened');
update public.medical_provider_profiles set suspended_at = now() where user_id = tests.user_id('dr-okoye');
select tests.sign_in_as('dr-okoye');
select is(tests.refusal(public.open_emergency_access(tests.user_id('alice'), 'Found unconscious')), 'FORBIDDEN', 'A49 a suspended provider may not');
select tests.sign_out();
update public.medical_provider_profiles set suspended_at = null where user_id = tests.user_id('dr-okoye');

-- Opened, used, listed.
select tests.sign_in_as('dr-okoye');
select is(pg_temp.history(), 'PATIENT_NOT_FOUND', 'A47 before: no patient');
insert into opened select public.open_emergency_access(tests.user_id('alice'), '  Found unconscious in the street  ');
select is(pg_temp.opened('replayed'), 'false', 'A47 opened');
select is((pg_temp.opened('expiresAt')::timestamptz - pg_temp.opened('openedAt')::timestamptz), interval '4 hours', 'A47 for four hours');
select is(
  public.open_emergency_access(tests.user_id('alice'), 'Found unconscious in the street'),
  (select answer || '{"replayed": true}' from opened), 'A47 asked again, it is the same one'
);
select is(pg_temp.history(), 'open', 'A47 the history is open');
select is((select count(*) from public.patient_profiles), 2::bigint, 'A47 and nothing else: the tables show the patients in care alone');
select is(
  tests.refusal(public.create_context_snapshot(tests.encounter_id('dr-amara', 'alice'))), 'SESSION_NOT_FOUND',
  'A47 nor is anything to be written'
);
select is((select row(reads, reason)::text from public.emergency_accesses), '(1,"Found unconscious in the street")', 'A47 the provider sees it with its uses');
select tests.sign_in_as('alice');
select is((select reason from public.emergency_accesses), 'Found unconscious in the street', 'A47 the patient reads why');
select tests.sign_in_as('ada');
select is((select reads from public.emergency_accesses), 1, 'A47 the administrators of the provider''s facility see it');
select tests.sign_in_as('adam');
select is((select count(*) from public.emergency_accesses), 0::bigint, 'A47 those of another facility do not');
select is(tests.refusal(public.revoke_emergency_access(pg_temp.opened('emergencyAccessId')::uuid)), 'NOT_FOUND', 'A47 nor revoke it');
select tests.sign_in_as('bob');
select is(tests.refusal(public.revoke_emergency_access(pg_temp.opened('emergencyAccessId')::uuid)), 'NOT_FOUND', 'A47 nor does another patient');
select is(tests.refusal(public.revoke_emergency_access(gen_random_uuid())), 'NOT_FOUND', 'A47 what is not there answers alike');

-- Revoked, then over.
select tests.sign_in_as('alice');
select is(public.revoke_emergency_access(pg_temp.opened('emergencyAccessId')::uuid) ->> 'replayed', 'false', 'A47 the patient revokes it');
select is(public.revoke_emergency_access(pg_temp.opened('emergencyAccessId')::uuid) ->> 'replayed', 'true', 'A47 once');
select tests.sign_in_as('dr-okoye');
select is(pg_temp.history(), 'PATIENT_NOT_FOUND', 'A47 revoked: no patient');
select tests.sign_out();
insert into public.emergency_accesses (provider_id, patient_id, reason, opened_at, expires_at)
values (tests.user_id('dr-okoye'), tests.user_id('alice'), 'Found unconscious', now() - interval '4 hours', now());
select tests.sign_in_as('dr-okoye');
select is(pg_temp.history(), 'PATIENT_NOT_FOUND', 'A47 over: no patient');

-- On record for good.
select tests.sign_out();
select throws_ok($$ delete from public.emergency_accesses $$, '42501', null, 'A47 none is ever deleted');
select throws_ok($$ update public.emergency_accesses set reason = 'Something else' $$, '42501', null, 'A47 or rewritten');
select throws_ok($$ truncate public.emergency_accesses $$, '42501', null, 'A47 or truncated');

select * from finish();
rollback;
