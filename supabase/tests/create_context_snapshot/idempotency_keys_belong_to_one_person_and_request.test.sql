begin;
select plan(7);

select tests.sign_in_as('dr-amara');
create temporary table taken on commit drop as
  select public.create_context_snapshot(tests.encounter_id('dr-amara', 'alice'), p_idempotency_key => 'key-1') as first;

select is(
  tests.refusal(public.create_context_snapshot(tests.encounter_id('dr-amara', 'carol'), p_idempotency_key => 'key-1')),
  'IDEMPOTENCY_KEY_REUSED', 'P02 the same key for another encounter is refused'
);
select is(current_setting('response.status'), '422', 'P02 as 422');
select is(
  tests.refusal(public.create_context_snapshot(tests.encounter_id('dr-amara', 'carol'), p_idempotency_key => 'a key')),
  'INVALID_REQUEST', 'P05 a key with a blank is none'
);

select tests.sign_out();
select tests.signed_note(
  tests.user_id('alice'), '2026-05-01T09:00:00Z', '{"subjective_allergies": [{"allergen": "Latex"}]}'
);
select tests.sign_in_as('dr-amara');
select is(
  public.create_context_snapshot(tests.encounter_id('dr-amara', 'alice'), p_idempotency_key => 'key-1'), first,
  'the same key answers what its request made, though the record moved on'
) from taken;

select tests.sign_out();
update private.idempotency_keys set created_at = now() - interval '10 years';
select tests.sign_in_as('dr-amara');
select is(
  public.create_context_snapshot(tests.encounter_id('dr-amara', 'alice'), p_idempotency_key => 'key-1'), first,
  'P06 a key does not expire'
) from taken;

select tests.sign_in_as('dr-okoye');
select is(
  public.create_context_snapshot(tests.encounter_id('dr-okoye', 'bob'), p_idempotency_key => 'key-1')
    #>> '{snapshot,encounter_id}',
  tests.encounter_id('dr-okoye', 'bob')::text, 'P04 another person''s key of the same name is another key'
);

select tests.sign_out();
update public.appointments set status = 'cancelled' where patient_id = tests.user_id('alice');
select tests.sign_in_as('dr-amara');
select is(
  tests.refusal(public.create_context_snapshot(tests.encounter_id('dr-amara', 'alice'), p_idempotency_key => 'key-1')),
  'SESSION_NOT_FOUND', 'P07 a key does not outlive the right to see'
);

select * from finish();
rollback;
