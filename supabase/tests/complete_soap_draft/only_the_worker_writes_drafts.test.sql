begin;
select plan(39);

select tests.sign_in_as('dr-amara');
create temporary table job on commit drop as
  select (answer ->> 'draft_id')::uuid as id, (answer ->> 'lease_id')::uuid as lease_id
  from (select tests.begin_draft(tests.encounter_id('dr-amara', 'alice')) as answer) as begun;

-- Its provider holds the lease, and it is worth nothing to them.
select throws_ok(format('select public.' || call, id, lease_id), '42501', null, 'A53 no person calls ' || call)
from job, (
  values
    ('complete_soap_draft(%1$L, ''{}'', %2$L)'), ('advance_soap_draft(%1$L, %2$L, ''store'')'), ('claim_soap_draft(%1$L)'),
    ('reserve_model_call(%1$L, %2$L, repeat(''0'', 64), 1)'), ('settle_model_call(%1$L, %2$L, 1, ''{"fault": "http_500"}'')')
) as calls (call);
select throws_ok('select ' || seen || ' from public.soap_drafts', '42501', null, 'A53 nor reads ' || seen || ' of a draft')
from (values ('lease_id'), ('lease_until'), ('*')) as columns (seen);
select is((select state from public.soap_drafts join job using (id)), 'drafting', 'they see how it stands');

-- Nor does the worker's key open anything else.
select throws_ok(
  format('select tests.call_as_worker(%L)', call), '42501', null, 'A53 the worker''s key does not open ' || call
)
from (
  values
    ('public.sign_soap_note(gen_random_uuid(), null)'), ('private.fail_soap_draft(gen_random_uuid(), ''budget'')'),
    ('to_jsonb(count(*)) from public.soap_drafts'), ('to_jsonb(count(*)) from public.soap_notes'),
    ('to_jsonb(count(*)) from private.model_calls')
) as calls (call);

-- A person whose token took them to that role is still a person.
select is(
  tests.refusal(tests.call_as_worker(format(call, id, lease_id), tests.claims('dr-amara', '{"role": "service_role"}'))),
  'ROLE_CLAIM_MISSING', 'T30 no token of a person is the worker''s: ' || call
)
from job, (
  values
    ('public.complete_soap_draft(%1$L, ''{}'', %2$L)'), ('public.advance_soap_draft(%1$L, %2$L, ''store'')'),
    ('public.claim_soap_draft(%1$L)'), ('public.reserve_model_call(%1$L, %2$L, repeat(''0'', 64), 1)'),
    ('public.settle_model_call(%1$L, %2$L, 1, ''{}'')')
) as calls (call);

-- What must hold holds now, not when the draft was begun.
select is(tests.advance_draft(id, lease_id, 'generate'), '{"held": true}', 'while the patient is in care the work goes on') from job;
select tests.sign_out();
select private.end_care_relationship(tests.user_id('dr-amara'), tests.user_id('alice'));
select is(tests.advance_draft(id, lease_id, 'ground'), '{"held": false}', 'A46 after that it stops') from job;
select is(failure, 'access', 'the draft is given up') from public.soap_drafts join job using (id);
select is(soap_status, 'failed', 'and the app can see it')
from public.video_call_sessions where id = tests.encounter_id('dr-amara', 'alice');
select is(tests.reserve_call(id, lease_id, repeat('0', 64), 1) ->> 'reason', 'lease_lost', 'A46 no model is called') from job;
select is(tests.refusal(tests.claim_draft(id)), 'NOT_FOUND', 'A46 P07 nobody is told how it stands') from job;
select is(tests.refusal(tests.complete_draft(id, '{}', lease_id)), 'NOT_FOUND', 'A46 and nothing is stored') from job;
select is((select count(*) from public.soap_notes where encounter_id = tests.encounter_id('dr-amara', 'alice')), 0::bigint, 'no note is made');

select tests.sign_in_as('dr-amara');
create temporary table second on commit drop as
  select (answer ->> 'draft_id')::uuid as id, (answer ->> 'lease_id')::uuid as lease_id
  from (select tests.begin_draft(tests.encounter_id('dr-amara', 'carol')) as answer) as begun;
select tests.sign_out();
select is(tests.reserve_call(id, lease_id, repeat('0', 64), 9) -> 'attempt', '1', 'a call is made') from second;
update public.medical_provider_profiles set suspended_at = now() where user_id = tests.user_id('dr-amara');
select is(tests.refusal(tests.claim_draft(id)), 'FORBIDDEN', 'A49 a suspended provider''s draft stops') from second;
select is(tests.settle_call(id, 1, '{"input_tokens": 4}'), '{"settled": true}', 'what its call cost is told all the same') from second;
update public.medical_provider_profiles set suspended_at = null where user_id = tests.user_id('dr-amara');
update public.users set disabled_at = now() where id = tests.user_id('dr-amara');
select is(tests.refusal(tests.complete_draft(id, '{}', lease_id)), 'USER_DISABLED', 'T35 so does one of somebody locked out') from second;
update public.users set disabled_at = null where id = tests.user_id('dr-amara');

select tests.sign_in_as('dr-amara');
create temporary table third on commit drop as
  select (answer ->> 'draft_id')::uuid as id, (answer ->> 'lease_id')::uuid as lease_id
  from (select tests.begin_draft(tests.encounter_id('dr-amara', 'carol')) as answer) as begun;
select public.sign_soap_note(tests.save_note(tests.encounter_id('dr-amara', 'carol'), '{}'));
select is(tests.advance_draft(id, lease_id, 'ground'), '{"held": false}', 'L24 once the note is signed the work stops') from third;
select is(tests.refusal(tests.claim_draft(id)), 'DRAFT_LOCKED', 'L24 and says why') from third;
select is((select failure from public.soap_drafts join third using (id)), 'signed', 'L24 the draft is given up');

-- Who begins a draft themselves names their model; nothing of any size.
select is(
  tests.refusal(public.begin_soap_draft(
    tests.encounter_id('dr-okoye', 'bob'), p_transcript => '"x"', p_model => model, p_prompt_version => version
  )), 'INVALID_REQUEST', 'I08 a name of ' || what
)
from tests.sign_in_as('dr-okoye'), (
  values (repeat('m', 200000), '1', 'endless model'), ('m', repeat('1', 257), 'endless prompt'), (U&'\200B', '1', 'nothing to be seen')
) as names (model, version, what);
select is((select count(*) from public.call_transcript_chunks where encounter_id = tests.encounter_id('dr-okoye', 'bob')), 0::bigint, 'stores nothing');
select is(
  tests.begin_draft(tests.encounter_id('dr-okoye', 'bob'), repeat('m', 256)) ->> 'soap_status', 'drafting', 'a long one is taken'
);

select * from finish();
rollback;
