begin;
select plan(4);

update private.model_budgets set max_requests = 3, max_tokens = 1000;
select tests.sign_in_as('dr-amara');
create temporary table job on commit drop as
  select (answer ->> 'draft_id')::uuid as id, (answer ->> 'lease_id')::uuid as lease_id
  from (select tests.begin_draft(tests.encounter_id('dr-amara', 'alice')) as answer) as begun;
select is(
  tests.refusal(tests.reserve_call(id, lease_id, null, 1)), 'INVALID_REQUEST', 'a call that says nothing of its prompt is malformed'
) from job;
select is(
  tests.refusal(tests.reserve_call(id, lease_id, repeat('0', 64), null)), 'INVALID_REQUEST', 'and one that says nothing of its size'
) from job;

select tests.reserve_call(id, lease_id, repeat('0', 64), 10) from job;
select tests.settle_call(id, 1, '{"input_tokens": 2147483647, "output_tokens": 2147483647}') from job;
select is(tests.model_calls(id), '[[1, "answered", 10]]', 'Q06 a call counts no more than was reserved for it') from job;
select is(
  tests.reserve_call(id, lease_id, repeat('0', 64), 990) -> 'attempt', '2', 'Q06 so the rest of the budget is there'
) from job;

select * from finish();
rollback;
