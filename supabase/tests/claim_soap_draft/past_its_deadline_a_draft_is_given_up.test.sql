begin;
select plan(11);

select tests.sign_in_as('dr-amara');
create temporary table job on commit drop as
  select (answer ->> 'draft_id')::uuid as id, (answer ->> 'lease_id')::uuid as lease_id
  from (select tests.begin_draft(tests.encounter_id('dr-amara', 'alice')) as answer) as begun;
select tests.let_lease_run_out(id, p_deadline => true) from job;

select tests.sign_out();
select is(private.sweep_soap_drafts(), 1, 'L25 the sweep gives up a draft that nobody finished');
select is(private.sweep_soap_drafts(), 0, 'once');
select is((select state || ' ' || failure from public.soap_drafts join job using (id)), 'failed deadline', 'it failed');
select is(
  (select soap_status from public.video_call_sessions where id = tests.encounter_id('dr-amara', 'alice')), 'failed',
  'and the app can see it'
);

select tests.sign_in_as('dr-amara');
select is(tests.claim_draft(id) ->> 'soap_status', 'failed', 'who waits for it is told') from job;
select is(
  tests.refusal(tests.complete_draft(id, tests.full_note(), lease_id)), 'REVISION_CONFLICT', 'L24 a late answer is refused'
) from job;
create temporary table again on commit drop as select tests.begin_draft(tests.encounter_id('dr-amara', 'alice')) as answer;
select is(answer ->> 'revision', '2', 'a new attempt is a new revision') from again;

select tests.let_lease_run_out((answer ->> 'draft_id')::uuid, p_deadline => true) from again;
select is(
  tests.refusal(tests.complete_draft((answer ->> 'draft_id')::uuid, tests.full_note(), (answer ->> 'lease_id')::uuid)),
  'REVISION_CONFLICT', 'no answer is stored after the deadline, swept or not'
) from again;
select is(
  tests.begin_draft(tests.encounter_id('dr-amara', 'alice')) ->> 'revision', '3', 'nor joined'
);

select tests.sign_out();
select throws_ok(
  format('update public.soap_drafts set state = ''drafting'', completed_at = null, failure = null where id = %L', id), '42501', null,
  'states only move forward, whoever asks'
) from job;
select throws_ok(
  format('update public.soap_drafts set phase = ''context'' where revision = 3 and encounter_id = %L', tests.encounter_id('dr-amara', 'alice')),
  '42501', null, 'and so do phases'
);

select * from finish();
rollback;
