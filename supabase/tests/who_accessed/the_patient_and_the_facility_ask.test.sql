begin;
select plan(13);

insert into public.users (id, firebase_uid) values
  ('f0000000-0000-4000-8000-000000000001', 'ada-uid'), ('f0000000-0000-4000-8000-000000000002', 'adam-uid');
insert into public.administrator_profiles (user_id, facility_name, approved_at) values
  ('f0000000-0000-4000-8000-000000000001', (select facility_name from public.medical_provider_profiles where user_id = tests.user_id('dr-amara')), now()),
  ('f0000000-0000-4000-8000-000000000002', 'Seaside Clinic', now());

create function pg_temp.told(p_patient text, p_before_id bigint default null) returns text language sql as $$
  select coalesce(
    answer ->> 'hint',
    (select string_agg(concat_ws(' ', access ->> 'actorName', access ->> 'operation', access ->> 'outcome'), ', ' order by place)
     from jsonb_array_elements(answer -> 'accesses') with ordinality as accesses (access, place)
     where access ->> 'operation' <> 'who_accessed'),
    'nothing'
  )
  from public.who_accessed(tests.user_id(p_patient), p_before_id) as answer
$$;
grant execute on function pg_temp.told(text, bigint) to authenticated;

select tests.sign_in_as('mallory');
select is(pg_temp.told('alice'), 'USER_NOT_PROVISIONED', 'not whom nobody knows');
select tests.sign_in_as('dr-amara');
select is(pg_temp.told('alice'), 'FORBIDDEN', 'nor a provider, of a patient of theirs');
select tests.sign_in_as('bob');
select is(pg_temp.told('alice'), 'PATIENT_NOT_FOUND', 'nor another patient');
select is(tests.refusal(public.who_accessed(gen_random_uuid())), 'PATIENT_NOT_FOUND', 'who may not learn who exists');
select is(tests.refusal(public.who_accessed(null)), 'MISSING_PARAMS', 'and says of whom');
select tests.sign_in_as('adam');
select is(pg_temp.told('alice'), 'PATIENT_NOT_FOUND', 'nor an administrator of where the patient is not known');

select tests.sign_in_as('dr-amara');
select public.get_patient_history(tests.user_id('alice'));
select public.create_context_snapshot(tests.encounter_id('dr-amara', 'alice'));
select public.get_patient_history(tests.user_id('carol'));
select tests.sign_in_as('dr-okoye');
select public.get_patient_history(tests.user_id('alice'));
select public.open_emergency_access(tests.user_id('alice'), 'Found unconscious, no relatives');
select public.get_patient_history(tests.user_id('alice'));
update public.medical_provider_profiles set display_name = 'Dr. Amara Nwosu' where user_id = tests.user_id('dr-okoye');

select tests.sign_in_as('dr-amara');
select tests.draft(tests.encounter_id('dr-amara', 'carol'));
select tests.sign_in_as('carol');
select is(
  pg_temp.told('carol'), 'Amara Nwosu begin_soap_draft OK, Amara Nwosu get_patient_history OK',
  'U12 what the draft worker does, a provider began'
);
select tests.sign_in_as('alice');
select is(
  pg_temp.told('alice'),
  'Daniel Okoye get_patient_history OK, Daniel Okoye open_emergency_access OK, Amara Nwosu create_context_snapshot OK, Amara Nwosu get_patient_history OK',
  'U12 the patient reads who got in, latest first, by the name the clinic knows, and nobody else''s'
);
select public.who_accessed(tests.user_id('alice'));
select is(
  public.who_accessed(tests.user_id('alice')) #>> '{accesses,0,operation}', 'who_accessed', 'U12 and that they asked, which is an access too'
);
select is(public.who_accessed(tests.user_id('alice')) -> 'nextBeforeId', 'null'::jsonb, 'U12 with no more pages than there are');
select tests.sign_in_as('ada');
select is(
  pg_temp.told('alice'),
  'Amara Nwosu create_context_snapshot OK, Amara Nwosu get_patient_history OK',
  'U12 a facility reads what its own providers did'
);
select tests.sign_out();
select is(
  (select count(*) from audit.who_accessed(tests.user_id('alice')) where outcome = 'PATIENT_NOT_FOUND'), 3::bigint,
  'U12 compliance reads who tried'
);
select is(
  (select count(*) from audit.who_accessed(tests.user_id('alice'), p_limit => 2)), 2::bigint, 'U12 a page at a time'
);

select * from finish();
rollback;
