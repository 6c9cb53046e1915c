begin;
select plan(7);

select tests.sign_in_as('dr-amara');
create temporary table job on commit drop as
  select (answer ->> 'draft_id')::uuid as id, (answer ->> 'lease_id')::uuid as lease_id
  from (select tests.begin_draft(tests.encounter_id('dr-amara', 'alice')) as answer) as begun;

select tests.past_model_calls(id, 4, 'http_503', now() - interval '5 seconds') from job;
select is(tests.reserve_call(id, lease_id, repeat('0', 64), 10) -> 'attempt', '1', 'four outages do not open the circuit') from job;
select tests.settle_call(id, 1, '{"fault": "timeout"}') from job;
select is(
  tests.reserve_call(id, lease_id, repeat('0', 64), 10) ->> 'reason', 'circuit_open', 'L30 the fifth does'
) from job;

select tests.age_model_calls(interval '31 seconds');
select is(tests.reserve_call(id, lease_id, repeat('0', 64), 10) -> 'attempt', '2', 'L30 after half a minute one call probes') from job;
create temporary table other on commit drop as
  select (answer ->> 'draft_id')::uuid as id, (answer ->> 'lease_id')::uuid as lease_id
  from (select tests.begin_draft(tests.encounter_id('dr-amara', 'carol')) as answer) as begun;
select is(
  tests.reserve_call(id, lease_id, repeat('0', 64), 10) ->> 'reason', 'circuit_open', 'L30 and only one'
) from other;
select tests.settle_call(id, 2, '{"input_tokens": 1, "output_tokens": 1}') from job;
select is(
  tests.reserve_call(id, lease_id, repeat('0', 64), 10) -> 'attempt', '1', 'L30 its success closes the circuit'
) from other;

select tests.past_model_calls(id, 9, 'truncated', clock_timestamp() + interval '1 second') from job;
select is(
  tests.reserve_call(id, lease_id, repeat('0', 64), 10) -> 'attempt', '3', 'answers that are no good are no outage'
) from job;
select tests.past_model_calls(id, 8, 'http_400', clock_timestamp() + interval '2 seconds') from other;
select is(
  tests.reserve_call(id, lease_id, repeat('0', 64), 10) -> 'attempt', '2', 'nor are requests the model''s side would not take'
) from other;

select * from finish();
rollback;
