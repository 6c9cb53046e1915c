begin;
select plan(10);

select tests.sign_in_as('alice');
select is(tests.refusal(tests.begin_draft(tests.encounter_id('dr-amara', 'alice'))), 'FORBIDDEN', 'A30 the patient');
select tests.sign_in_as('bob');
select is(tests.refusal(tests.begin_draft(tests.encounter_id('dr-amara', 'alice'))), 'SESSION_NOT_FOUND', 'A31 another patient');
select tests.sign_in_as('dr-okoye');
select is(
  tests.begin_draft(tests.encounter_id('dr-amara', 'alice')), tests.begin_draft('00000000-0000-4000-8000-00000000dead'),
  'A34 an unrelated provider, alike for what does not exist'
);

select tests.sign_in_as('dr-amara');
select is(
  tests.refusal(public.begin_soap_draft(
    tests.encounter_id('dr-amara', 'alice'), p_patient_id => tests.user_id('carol'), p_model => 'm', p_prompt_version => '1'
  )), 'INVALID_REQUEST', 'another patient''s id'
);
select is(
  tests.refusal(public.begin_soap_draft(
    tests.encounter_id('dr-amara', 'alice'), p_provider_id => tests.user_id('dr-okoye'), p_model => 'm', p_prompt_version => '1'
  )), 'INVALID_REQUEST', 'another provider''s id'
);
select is(
  tests.refusal(public.begin_soap_draft(tests.encounter_id('dr-amara', 'alice'), p_transcript => '[{"text": 5}]', p_model => 'm', p_prompt_version => '1')),
  'INVALID_REQUEST', 'a transcript that is none'
);
select is(
  tests.refusal(public.begin_soap_draft(tests.encounter_id('dr-amara', 'alice'), p_transcript => '"x"')),
  'MISSING_PARAMS', 'no model is named'
);
select is(
  (select count(*) from public.call_transcript_chunks), 0::bigint, 'no transcript was stored'
);

select public.sign_soap_note(tests.save_note(tests.encounter_id('dr-amara', 'alice'), '{}'));
select is(tests.refusal(tests.begin_draft(tests.encounter_id('dr-amara', 'alice'))), 'DRAFT_LOCKED', 'after signing');
select is(
  tests.refusal(public.append_transcript_chunks(tests.encounter_id('dr-amara', 'alice'), '[{"sequence": 1, "text": "late"}]')),
  'DRAFT_LOCKED', 'nothing is said after signing either'
);

select * from finish();
rollback;
