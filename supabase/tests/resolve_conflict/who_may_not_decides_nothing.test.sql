begin;
select plan(23);

select tests.new_patient();
select tests.visit('2026-01-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex", "severity": "severe"}], "subjective_medications": [{"medication_name": "Metformin", "dose": "500 mg", "frequency": "once daily"}]}');
select tests.visit('2026-02-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex", "severity": "mild"}], "subjective_medications": [{"medication_name": "Metformin", "frequency": "twice daily"}]}');
create temporary table conflict on commit drop as
  select tests.conflict_id('lower_allergy_severity') as severity, tests.conflict_id('incomplete_regimen') as regimen, gen_random_uuid() as absent;
grant select on conflict to authenticated;
create temporary table before on commit drop as select tests.record() as record;

select tests.sign_in_as('alice');
select is(
  public.resolve_conflict(severity, 'accept', null, 'asked again'), public.resolve_conflict(absent, 'accept', null, 'asked again'),
  'A21 a patient is answered alike whatever the id'
) from conflict;
select is(tests.refusal(public.resolve_conflict(severity, 'accept', null, 'asked again')), 'FORBIDDEN', 'A21 by their role') from conflict;
select tests.sign_in_as('dr-okoye');
select is(
  public.resolve_conflict(severity, 'accept', null, 'asked again'), public.resolve_conflict(absent, 'accept', null, 'asked again'),
  'A45 a provider without a care relationship finds nothing'
) from conflict;
select is(tests.refusal(public.resolve_conflict(severity, 'accept', null, 'asked again')), 'NOT_FOUND', 'A25 the same as for what is not there') from conflict;
select tests.sign_in_as('nobody');
select is(tests.refusal(public.resolve_conflict(severity, 'accept', null, 'asked again')), 'USER_NOT_PROVISIONED', 'T33 a person we do not know') from conflict;

select tests.sign_in_as('dr-amara');
select is(tests.refusal(public.resolve_conflict(severity, decision, value, reason)), code, what)
from conflict, (values
  (null, null, 'asked again', 'MISSING_PARAMS', 'no decision'),
  ('accept', null, null, 'MISSING_PARAMS', 'no reason'),
  ('accept', null, ' ', 'MISSING_PARAMS', 'a blank reason'),
  ('accept', null, U&'\200B\+01107F', 'MISSING_PARAMS', 'a reason that shows nothing'),
  ('accept', null, repeat('x', 2001), 'INVALID_REQUEST', 'an endless reason'),
  ('maybe', null, 'asked again', 'INVALID_REQUEST', 'a decision there is not'),
  ('modify', null, 'asked again', 'MISSING_PARAMS', 'another value, without it'),
  ('accept', '"mild"'::jsonb, 'asked again', 'INVALID_REQUEST', 'a value beside accept'),
  ('modify', '"awful"', 'asked again', 'INVALID_REQUEST', 'a severity there is not'),
  ('modify', '["mild"]', 'asked again', 'INVALID_REQUEST', 'a value of another type')
) as refused (decision, value, reason, code, what);
select is(tests.refusal(public.resolve_conflict(regimen, decision, value, 'asked again')), 'INVALID_REQUEST', what)
from conflict, (values
  ('reject', null::jsonb, 'a regimen nobody stated is not put back by saying no'),
  ('modify', '{}', 'a regimen of nothing'),
  ('modify', '{"name": "Insulin"}', 'another drug'),
  ('modify', '{"dose": " "}', 'a blank dose')
) as refused (decision, value, what);
select is(
  tests.refusal(public.resolve_conflict(severity, 'accept', null, 'asked again', absent)), 'REVISION_CONFLICT',
  'in the place of a decision nobody made'
) from conflict;

select tests.sign_out();
select is(tests.record(), record, 'a refusal leaves the record as it was') from before;
select is_empty('select from public.record_decisions where patient_id = tests.pat()', 'and no decision');
update public.appointments set status = 'cancelled' where patient_id = tests.pat();
select tests.sign_in_as('dr-amara');
select is(tests.refusal(public.resolve_conflict(severity, 'accept', null, 'asked again')), 'NOT_FOUND', 'A24 the signer after the care relationship ended') from conflict;

select * from finish();
rollback;
