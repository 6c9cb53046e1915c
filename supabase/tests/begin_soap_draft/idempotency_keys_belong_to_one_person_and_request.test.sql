begin;
select plan(5);

create function pg_temp.begin_draft(p_encounter_id uuid, p_transcript text) returns jsonb
language sql
volatile
as $$
  select public.begin_soap_draft(
    p_encounter_id, p_transcript => to_jsonb(p_transcript), p_model => 'a-model', p_prompt_version => '1',
    p_idempotency_key => 'key-1'
  )
$$;
grant execute on function pg_temp.begin_draft(uuid, text) to authenticated;

select tests.sign_in_as('dr-amara');
create temporary table begun on commit drop as
  select pg_temp.begin_draft(tests.encounter_id('dr-amara', 'alice'), 'Headaches for six weeks') ->> 'draft_id' as draft_id;

select is(
  pg_temp.begin_draft(tests.encounter_id('dr-amara', 'alice'), 'Headaches for six weeks') ->> 'draft_id', draft_id,
  'P01 the same key and request answer the same draft'
) from begun;
select is(
  tests.refusal(pg_temp.begin_draft(tests.encounter_id('dr-amara', 'alice'), 'A cough')), 'IDEMPOTENCY_KEY_REUSED',
  'P02 the same key with other words is refused'
);
select is(current_setting('response.status'), '422', 'P02 as 422');

select tests.sign_in_as('dr-okoye');
select isnt(
  pg_temp.begin_draft(tests.encounter_id('dr-okoye', 'bob'), 'A cough') ->> 'draft_id', draft_id,
  'P04 another person''s key of the same name is another key'
) from begun;

select tests.sign_out();
update public.appointments set status = 'cancelled' where patient_id = tests.user_id('alice');
select tests.sign_in_as('dr-amara');
select is(
  tests.refusal(pg_temp.begin_draft(tests.encounter_id('dr-amara', 'alice'), 'Headaches for six weeks')),
  'SESSION_NOT_FOUND', 'P07 a key does not outlive the right to see'
);

select * from finish();
rollback;
