begin;
select plan(6);

select tests.sign_in_as('dr-amara');
select is(
  tests.refusal(public.save_soap_note(tests.encounter_id('dr-amara', 'alice'), '{}', 1)), 'REVISION_CONFLICT',
  'a revision that never was is a conflict'
);
create temporary table saved on commit drop as
  select tests.save_note(tests.encounter_id('dr-amara', 'alice'), '{}', 0) as id;
select is(tests.save_note(tests.encounter_id('dr-amara', 'alice'), '{}', 1), id, 'the revision that was seen is replaced') from saved;
select is(
  tests.refusal(public.save_soap_note(tests.encounter_id('dr-amara', 'alice'), '{}', 1)), 'REVISION_CONFLICT',
  'a stale one is a conflict'
);

select is(public.sign_soap_note(id) ->> 'status', 'signed', 'signed') from saved;
select is(
  public.save_soap_note(tests.encounter_id('dr-amara', 'alice'), '{}'),
  '{"code": "PT409", "hint": "DRAFT_LOCKED", "message": "Cannot save SOAP note: note is signed", "details": null}',
  'DRAFT_LOCKED after signing, in the shape of an error'
);
select is(current_setting('response.status'), '409', 'with its status');

select * from finish();
rollback;
