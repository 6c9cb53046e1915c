begin;
select plan(6);

select tests.sign_in_as('alice');
select is(
  tests.refusal(public.get_patient_history(tests.user_id('alice'), 'c0000000-0000-4000-8000-000000000003')),
  'APPOINTMENT_NOT_FOUND', 'A41 someone else''s appointment'
);
select is(
  public.get_patient_history(tests.user_id('alice'), 'c0000000-0000-4000-8000-000000000003'),
  public.get_patient_history(tests.user_id('alice'), '00000000-0000-4000-8000-00000000dead'),
  'A41 alike for one that does not exist'
);
select is(
  public.get_patient_history(tests.user_id('alice'), 'c0000000-0000-4000-8000-000000000001') #>> '{patientData,chiefComplaint}',
  'Blood pressure check', 'one''s own tells its chief complaint'
);

select tests.sign_in_as('dr-amara');
select is(
  tests.refusal(public.get_patient_history(tests.user_id('alice'), 'c0000000-0000-4000-8000-000000000002')),
  'INVALID_REQUEST', 'the provider''s appointment with another patient disagrees'
);
select is(
  tests.refusal(public.get_patient_history(tests.user_id('carol'), 'c0000000-0000-4000-8000-000000000004')),
  'APPOINTMENT_NOT_FOUND', 'another provider''s appointment with the same patient is not theirs to see'
);
select tests.sign_out();
insert into public.patient_profiles (user_id) values (tests.user_id('dr-okoye'));
select tests.sign_in_as('dr-okoye');
select is(
  public.get_patient_history(tests.user_id('dr-okoye')) #>> '{patientData,fullName}', 'Daniel Okoye',
  'A48 a provider who is a patient too reads their own record'
);

select * from finish();
rollback;
