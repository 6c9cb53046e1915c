begin;
select plan(4);

select tests.sign_in_as('dr-amara');
select is(
  tests.refusal(public.create_context_snapshot(
    tests.encounter_id('dr-amara', 'alice'), p_patient_id => tests.user_id('carol')
  )),
  'INVALID_REQUEST', 'A37 another patient''s id'
);
select is(
  tests.refusal(public.create_context_snapshot(
    tests.encounter_id('dr-amara', 'alice'), p_appointment_id => 'c0000000-0000-4000-8000-000000000002'
  )),
  'INVALID_REQUEST', 'A37 another encounter''s appointment'
);
select tests.sign_out();
select is((select count(*) from public.context_snapshots), 0::bigint, 'A37 nothing was stored');

select tests.sign_in_as('dr-amara');
select is(
  public.create_context_snapshot(
    tests.encounter_id('dr-amara', 'alice'), 'c0000000-0000-4000-8000-000000000001', tests.user_id('alice')
  ) #>> '{snapshot,snapshot_version}',
  '1', 'ids that agree are fine'
);

select * from finish();
rollback;
