begin;
select plan(11);

select tests.sign_in_as('dr-amara');
create temporary table job on commit drop as
  select (answer ->> 'draft_id')::uuid as id, (answer ->> 'lease_id')::uuid as lease_id
  from (select tests.begin_draft(tests.encounter_id('dr-amara', 'alice')) as answer) as begun;

select is(tests.refusal(tests.claim_draft(gen_random_uuid())), 'NOT_FOUND', 'a draft that never was');
select is(tests.advance_draft(id, gen_random_uuid(), 'generate'), '{"held": false}', 'a lease that never was') from job;
select is(tests.claim_draft(id) ->> 'lease_id', null, 'while somebody works on it nobody else does') from job;
select is(tests.refusal(tests.advance_draft(id, lease_id, 'nap')), 'INVALID_REQUEST', 'a phase that is none') from job;
select is(tests.advance_draft(id, lease_id, 'generate'), '{"held": true}', 'a worker tells how far it is') from job;
select is((select phase from public.soap_drafts join job using (id)), 'generate', 'and everybody can see it');
select tests.let_lease_run_out(id) from job;

create temporary table successor on commit drop as select tests.claim_draft(id) as answer from job;
select isnt(answer ->> 'lease_id', null, 'L26 when its lease has run out, whoever asks next takes over') from successor;
select is(jsonb_array_length(answer -> 'transcript'), 1, 'with everything that is needed to write it') from successor;
select is(tests.advance_draft(id, job.lease_id, 'store'), '{"held": false}', 'the first worker has lost it') from job;
select is(
  tests.complete_draft(id, tests.full_note(), job.lease_id) ->> 'soap_status', 'drafting',
  'and its late answer is not stored'
) from job;
select is(
  tests.complete_draft(id, tests.full_note(), (answer ->> 'lease_id')::uuid) ->> 'soap_status', 'draft_ready',
  'the successor''s is'
) from job, successor;

select * from finish();
rollback;
