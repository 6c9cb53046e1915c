begin;
select plan(12);

select tests.sign_in_as('bob');
create temporary table denied on commit drop as
  select
    public.create_context_snapshot(tests.encounter_id('dr-amara', 'alice')) as foreign_encounter,
    public.create_context_snapshot('00000000-0000-4000-8000-00000000dead') as absent;
select is(tests.refusal(foreign_encounter), 'SESSION_NOT_FOUND', 'A04 another patient finds no encounter') from denied;
select is(foreign_encounter, absent, 'A04 what one may not see and what does not exist answer alike') from denied;
select is(current_setting('response.status'), '404', 'the status says so too');

select tests.sign_in_as('alice');
select is(
  tests.refusal(public.create_context_snapshot(tests.encounter_id('dr-amara', 'alice'))),
  'FORBIDDEN', 'A03 the patient of the encounter is no provider'
);

select tests.sign_in_as('dr-okoye');
select is(
  public.create_context_snapshot(tests.encounter_id('dr-amara', 'alice')), (select absent from denied),
  'A07 an unrelated provider finds no encounter'
);
select is(
  public.create_context_snapshot(tests.encounter_id('dr-amara', 'carol')), (select absent from denied),
  'another provider''s encounter stays hidden, even of a shared patient'
);

select tests.sign_in_as('nobody');
select is(
  tests.refusal(public.create_context_snapshot(tests.encounter_id('dr-amara', 'alice'))),
  'USER_NOT_PROVISIONED', 'T33 a uid we do not know is not made a person'
);

select tests.sign_out();
update public.appointments set status = 'cancelled'
where provider_id = tests.user_id('dr-amara') and patient_id = tests.user_id('alice');
select tests.sign_in_as('dr-amara');
select is(
  public.create_context_snapshot(tests.encounter_id('dr-amara', 'alice')), (select absent from denied),
  'A06 a provider whose relationship ended finds no encounter'
);

select tests.sign_out();
update public.medical_provider_profiles set suspended_at = now() where user_id = tests.user_id('dr-amara');
select tests.sign_in_as('dr-amara');
select is(
  tests.refusal(public.create_context_snapshot(tests.encounter_id('dr-amara', 'carol'))),
  'FORBIDDEN', 'A49 a suspended provider may not'
);
select tests.sign_out();
update public.medical_provider_profiles set suspended_at = null, approved_at = null where user_id = tests.user_id('dr-amara');
select tests.sign_in_as('dr-amara');
select is(
  tests.refusal(public.create_context_snapshot(tests.encounter_id('dr-amara', 'carol'))),
  'FORBIDDEN', 'A49 nor one who is not approved'
);

select tests.sign_out();
select is((select count(*) from public.context_snapshots), 0::bigint, 'nothing was stored');
select is(
  (select count(*) from public.video_call_sessions where encounter_status = 'precheck_open'), 0::bigint, 'no encounter moved'
);

select * from finish();
rollback;
