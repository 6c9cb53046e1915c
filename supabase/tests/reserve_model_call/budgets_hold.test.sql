begin;
select plan(8);

update private.model_budgets set max_requests = 3, max_tokens = 1000 where scope = 'provider' and period = 'hour';
select tests.sign_in_as('dr-amara');
create temporary table job on commit drop as
  select (answer ->> 'draft_id')::uuid as id, (answer ->> 'lease_id')::uuid as lease_id
  from (select tests.begin_draft(tests.encounter_id('dr-amara', 'alice')) as answer) as begun;

select is(tests.reserve_call(id, lease_id, repeat('0', 64), 1000) -> 'attempt', '1', 'Q05 to the last token') from job;
select is(
  tests.reserve_call(id, lease_id, repeat('0', 64), 1), '{"attempt": null, "reason": "budget"}', 'Q05 and not one more'
) from job;
select tests.settle_call(id, 1, '{"fault": "http_503", "latency_ms": 3}') from job;
select is(
  tests.reserve_call(id, lease_id, repeat('0', 64), 1000) -> 'attempt', '2', 'Q06 what was refused costs no tokens'
) from job;
select tests.settle_call(id, 2, '{"input_tokens": 10, "output_tokens": 5}') from job;
select is(
  tests.reserve_call(id, lease_id, repeat('0', 64), 985) -> 'attempt', '3', 'a reservation gives back what was not used'
) from job;

create temporary table other on commit drop as
  select (answer ->> 'draft_id')::uuid as id, (answer ->> 'lease_id')::uuid as lease_id
  from (select tests.begin_draft(tests.encounter_id('dr-amara', 'carol')) as answer) as begun;
select is(
  tests.refusal(tests.reserve_call(id, lease_id, repeat('0', 64), 1)), 'LLM_BUDGET_EXHAUSTED',
  'Q05 the first call of another draft is refused: three requests an hour'
) from other;
select is((select state || ' ' || failure from public.soap_drafts join other using (id)), 'failed budget', 'and its draft is given up');

select tests.sign_out();
update private.model_budgets set max_requests = 100, max_tokens = 100000 where scope = 'provider';
update private.model_budgets set max_requests = 3 where scope = 'facility' and period = 'day';
select tests.sign_in_as('dr-amara');
create temporary table third on commit drop as
  select (answer ->> 'draft_id')::uuid as id, (answer ->> 'lease_id')::uuid as lease_id
  from (select tests.begin_draft(tests.encounter_id('dr-amara', 'carol')) as answer) as begun;
select is(
  tests.refusal(tests.reserve_call(id, lease_id, repeat('0', 64), 1)), 'LLM_BUDGET_EXHAUSTED', 'a facility has its budget too'
) from third;
select is(
  (select count(*) from public.soap_drafts where failure = 'budget'), 2::bigint, 'both refusals left their trace'
);

select * from finish();
rollback;
