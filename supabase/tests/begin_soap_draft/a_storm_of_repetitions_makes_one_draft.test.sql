begin;
select plan(3);

create temporary table storm (number integer, answer jsonb) on commit drop;
grant select, insert on storm to public;
select tests.sign_in_as('dr-amara');

insert into storm
select 1, public.append_transcript_chunks(tests.encounter_id('dr-amara', 'alice'), '[{"sequence": 1, "text": "a headache"}]')
from generate_series(1, 800);
insert into storm
select 2, public.create_context_snapshot(tests.encounter_id('dr-amara', 'alice'), p_idempotency_key => 'a-key')
from generate_series(1, 100);
insert into storm
select 3, public.begin_soap_draft(
  tests.encounter_id('dr-amara', 'alice'), p_model => 'a-model', p_prompt_version => '1', p_idempotency_key => 'a-key'
)
from generate_series(1, 100);

select is(
  (select sum((answer ->> 'stored')::integer) from storm where number = 1), 1::bigint, 'P09 of 800 repetitions of a chunk one is stored'
);
select is(
  (select array_agg(distinct answer #>> '{snapshot,id}') from storm where number = 2),
  (select array_agg(id::text) from public.context_snapshots where encounter_id = tests.encounter_id('dr-amara', 'alice')),
  'P09 100 repetitions of a snapshot get one'
);
reset role;
select is(
  (select row(count(distinct answer ->> 'draft_id'), count(answer ->> 'lease_id'))::text from storm where number = 3), '(1,1)',
  'P09 of 100 repetitions of a draft one is to write it'
);

select * from finish();
rollback;
