begin;
select plan(18);

select tests.sign_in_as('dr-amara');
create temporary table job on commit drop as
  select (answer ->> 'draft_id')::uuid as id, (answer ->> 'lease_id')::uuid as lease_id
  from (select tests.begin_draft(tests.encounter_id('dr-amara', 'alice')) as answer) as begun;

select is(
  tests.refusal(tests.reserve_call(id, lease_id, 'no hash', 10)), 'INVALID_REQUEST', 'a call without the hash of its prompt'
) from job;
select is(
  tests.reserve_call(id, gen_random_uuid(), repeat('0', 64), 10), '{"attempt": null, "reason": "lease_lost"}',
  'who does not hold the lease calls no model'
) from job;
select is(
  tests.reserve_call(id, lease_id, repeat('0', 64), 100), '{"attempt": 1, "reason": null}', 'the first call'
) from job;
select is(tests.model_calls(id), '[[1, "reserved", 100]]', 'is on record with what it may cost') from job;
select is(
  tests.refusal(tests.settle_call(id, 1, '{"input_tokens": -1}')), 'INVALID_REQUEST', 'an outcome that cannot be'
) from job;
select is(
  tests.settle_call(id, 1, '{}', gen_random_uuid()), '{"settled": false}', 'a call is settled on the lease it was reserved on alone'
) from job;
select is(
  tests.reserve_call(id, lease_id, repeat('0', 64), 100), '{"attempt": 2, "reason": null}',
  'L26 after a crash another attempt is another call'
) from job;
select is(
  tests.model_calls(id), '[[1, "abandoned", 100], [2, "reserved", 100]]', 'and the first keeps its reservation: it may have been billed'
) from job;
select is(
  tests.settle_call(id, 2, '{"input_tokens": 40, "output_tokens": 2, "latency_ms": 9}'), '{"settled": true}', 'the answer came'
) from job;
select is(tests.settle_call(id, 2, '{"fault": "timeout"}'), '{"settled": false}', 'the first word counts') from job;
select is(tests.model_calls(id), '[[1, "abandoned", 100], [2, "answered", 42]]', 'and what it cost is on record') from job;
select is(
  (
    select jsonb_agg(tests.reserve_call(id, lease_id, repeat('0', 64), 100) -> 'reason' order by n)
    from job, generate_series(3, 4) as n
  ), '[null, "attempts"]', 'the third is the last'
);

create temporary table paid on commit drop as
  select (answer ->> 'draft_id')::uuid as id, (answer ->> 'lease_id')::uuid as lease_id
  from (select tests.begin_draft(tests.encounter_id('dr-amara', 'carol')) as answer) as begun;
select is(tests.reserve_call(id, lease_id, repeat('0', 64), 100) -> 'attempt', '1', 'another draft''s call') from paid;
select is(tests.settle_call(id, 1, '{"output_tokens": 2, "answer": "the note"}'), '{"settled": true}', 'is answered') from paid;
select is(
  tests.reserve_call(id, lease_id, repeat('0', 64), 100), '{"attempt": null, "reason": "answered", "answer": "the note"}',
  'L26 what was paid for is not asked for again'
) from paid;
reset role;
update public.soap_drafts set transcript_sha256 = repeat('f', 64) where id in (select id from paid);
select is(
  tests.reserve_call(id, lease_id, repeat('0', 64), 100) -> 'attempt', '2', 'unless more was said than the model was sent'
) from paid;
select is(tests.settle_call(id, 2, '{"answer": "the note"}'), '{"settled": true}', 'which it then answers') from paid;
select tests.complete_draft(id, tests.full_note()) from paid;
reset role;
select is(
  (select array_agg(model_answer) from public.soap_drafts where id in (select id from paid)), array[null::text],
  'and is kept no longer than until the draft is stored'
);

select * from finish();
rollback;
