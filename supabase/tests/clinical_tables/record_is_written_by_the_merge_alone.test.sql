begin;
select plan(7);

select throws_ok(
  $$update public.patient_profiles set cumulative_medical_record = '{}' where user_id = tests.user_id('alice')$$,
  '42501', null, 'M28 nobody wipes a record, its owner included'
);
select throws_ok(
  $$update public.patient_profiles set cumulative_medical_record = jsonb_set(cumulative_medical_record, '{allergies}', '[]') where user_id = tests.user_id('alice')$$,
  '42501', null, 'M33 no allergy goes without a merge'
);
select throws_ok(
  $$update public.patient_profiles
    set cumulative_medical_record = (select cumulative_medical_record from public.patient_profiles where user_id = tests.user_id('alice'))
    where user_id = tests.user_id('bob')$$,
  '42501', null, 'another patient''s record is not theirs'
);
select throws_ok(
  $$insert into public.patient_profiles (user_id, cumulative_medical_record) values (tests.user_id('dr-amara'), '{"allergies": []}')$$,
  '42501', null, 'no patient begins with a made up record'
);
select lives_ok(
  $$update public.patient_profiles set address = 'elsewhere', cumulative_medical_record = cumulative_medical_record where user_id = tests.user_id('alice')$$,
  'writing it as it is changes nothing'
);
select tests.sign_in_as('alice');
select throws_ok(
  $$update public.patient_profiles set cumulative_medical_record = cumulative_medical_record where user_id = tests.user_id('alice')$$,
  '42501', null, 'R13 clients have no privilege on it'
);
select lives_ok(
  $$update public.patient_profiles set address = 'elsewhere' where user_id = tests.user_id('alice')$$, 'their contact columns they have'
);

select * from finish();
rollback;
