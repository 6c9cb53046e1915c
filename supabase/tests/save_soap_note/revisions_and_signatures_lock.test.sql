begin;
select plan(5);

select tests.sign_in_as('dr-amara');
select throws_ok(
  $$select public.save_soap_note(tests.encounter_id('dr-amara', 'alice'), '{}', 1)$$, 'PT409', null,
  'a revision that never was is a conflict'
);
create temporary table saved on commit drop as
  select public.save_soap_note(tests.encounter_id('dr-amara', 'alice'), '{}', 0) as id;
select is(public.save_soap_note(tests.encounter_id('dr-amara', 'alice'), '{}', 1), id, 'the revision that was seen is replaced') from saved;
select throws_ok(
  $$select public.save_soap_note(tests.encounter_id('dr-amara', 'alice'), '{}', 1)$$, 'PT409', null,
  'a stale one is a conflict'
);

select is(public.sign_soap_note(id) ->> 'status', 'signed', 'signed') from saved;
select throws_ok(
  $$select public.save_soap_note(tests.encounter_id('dr-amara', 'alice'), '{}')$$, 'PT409',
  'Cannot save SOAP note: note is signed', 'DRAFT_LOCKED after signing'
);

select * from finish();
rollback;
