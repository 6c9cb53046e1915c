begin;
select plan(13);

select tests.sign_in_as('dr-amara');
create temporary table job on commit drop as
  select (answer ->> 'draft_id')::uuid as id, (answer ->> 'lease_id')::uuid as lease_id
  from (select tests.begin_draft(tests.encounter_id('dr-amara', 'alice')) as answer) as begun;

select tests.sign_in_as('dr-okoye');
select is(tests.refusal(public.claim_soap_draft(id)), 'NOT_FOUND', 'another provider''s draft does not exist') from job;
select is(tests.refusal(public.claim_soap_draft(gen_random_uuid())), 'NOT_FOUND', 'nor does one that never was');
select is(public.advance_soap_draft(id, lease_id, 'generate'), '{"held": false}', 'a stolen lease is worth nothing') from job;
select tests.sign_in_as('alice');
select is(tests.refusal(public.claim_soap_draft(id)), 'FORBIDDEN', 'the patient writes no draft') from job;

select tests.sign_in_as('dr-amara');
select is(public.claim_soap_draft(id) ->> 'lease_id', null, 'while somebody works on it nobody else does') from job;
select is(tests.refusal(public.advance_soap_draft(id, lease_id, 'nap')), 'INVALID_REQUEST', 'a phase that is none') from job;
select is(public.advance_soap_draft(id, lease_id, 'generate'), '{"held": true}', 'a worker tells how far it is') from job;
select is((select phase from public.soap_drafts join job using (id)), 'generate', 'and everybody can see it');
select tests.let_lease_run_out(id) from job;

create temporary table successor on commit drop as select public.claim_soap_draft(id) as answer from job;
select isnt(answer ->> 'lease_id', null, 'L26 when its lease has run out, whoever asks next takes over') from successor;
select is(jsonb_array_length(answer -> 'transcript'), 1, 'with everything that is needed to write it') from successor;
select is(public.advance_soap_draft(id, job.lease_id, 'store'), '{"held": false}', 'the first worker has lost it') from job;
select is(
  public.complete_soap_draft(id, tests.full_note(), job.lease_id) ->> 'soap_status', 'drafting',
  'and its late answer is not stored'
) from job;
select is(
  public.complete_soap_draft(id, tests.full_note(), (answer ->> 'lease_id')::uuid) ->> 'soap_status', 'draft_ready',
  'the successor''s is'
) from job, successor;

select * from finish();
rollback;
