begin;
select plan(11);

select tests.sign_in_as('bob');
create temporary table denied on commit drop as
  select public.get_patient_history(tests.user_id('alice')) as foreign_patient,
    public.get_patient_history('00000000-0000-4000-8000-00000000dead') as absent;
select is(tests.refusal(foreign_patient), 'PATIENT_NOT_FOUND', 'A13 another patient finds nobody') from denied;
select is(foreign_patient, absent, 'A13 alike for who does not exist') from denied;
select is(
  public.get_patient_history(tests.user_id('bob')) -> 'hasHistory', 'false', 'A12 one''s own, though empty: no history yet'
);
select is(
  public.get_patient_history(tests.user_id('bob')) #> '{record,allergies}', '[]', 'the empty record has its full shape'
);

select tests.sign_in_as('dr-okoye');
select is(public.get_patient_history(tests.user_id('alice')), absent, 'A16 an unrelated provider finds nobody') from denied;

select tests.sign_in_as('alice');
create temporary table own on commit drop as select public.get_patient_history(tests.user_id('alice')) as history;
select is(history #> '{patientData,allergies}', '["Penicillin (moderate)"]', 'A12 the patient reads their own') from own;
select is(history #>> '{patientData,recentVitals,bloodPressure}', '152/94', 'vitals as they were read') from own;
select is(history #>> '{pastNotes,0,assessment}', 'Essential hypertension (I10), new', 'past notes on a line') from own;

select tests.sign_in_as('dr-amara');
select is(public.get_patient_history(tests.user_id('alice')), history, 'A14 the provider in care reads the same') from own;
select is(
  tests.refusal(public.get_patient_history(tests.user_id('dr-amara'))), 'PATIENT_NOT_FOUND', 'a provider has no history as such'
);

select tests.sign_out();
update public.appointments set status = 'cancelled' where patient_id = tests.user_id('alice');
select tests.sign_in_as('dr-amara');
select is(public.get_patient_history(tests.user_id('alice')), absent, 'A15 nothing after the relationship ended') from denied;

select * from finish();
rollback;
