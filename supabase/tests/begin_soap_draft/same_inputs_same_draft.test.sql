begin;
select plan(14);

select tests.sign_in_as('dr-amara');
select is(
  tests.refusal(public.begin_soap_draft(tests.encounter_id('dr-amara', 'alice'), p_model => 'a-model', p_prompt_version => '1')),
  'TRANSCRIPT_EMPTY', 'L15 nothing was said, nothing is drafted'
);
create temporary table drafts (number integer, answer jsonb) on commit drop;
insert into drafts values (1, tests.begin_draft(tests.encounter_id('dr-amara', 'alice')));
select is(answer ->> 'soap_status', 'drafting', 'a draft begins') from drafts where number = 1;
select is(
  answer -> 'transcript', '[{"text": "Headaches for six weeks", "sequence": 1, "speaker_role": "unknown"}]',
  'a text handed in whole is stored; who spoke is not guessed'
) from drafts where number = 1;
select is(answer -> 'snapshot', 'null', 'no snapshot was taken') from drafts where number = 1;
select is(
  (select row(encounter_status, soap_status)::text from public.video_call_sessions where id = tests.encounter_id('dr-amara', 'alice')),
  '(soap_drafting,drafting)', 'the encounter is drafting'
);
select is(
  tests.begin_draft(tests.encounter_id('dr-amara', 'alice')),
  jsonb_build_object('draft_id', answer -> 'draft_id', 'revision', 1, 'soap_status', 'drafting', 'phase', 'transcript', 'attempts', 0, 'lease_id', null),
  'L22 the same draft in progress is joined, and left to whoever writes it'
) from drafts where number = 1;

select ok(tests.complete_draft((answer ->> 'draft_id')::uuid, tests.full_note()) is not null, 'completed') from drafts where number = 1;
insert into drafts values (2, tests.begin_draft(tests.encounter_id('dr-amara', 'alice')));
select is(answer ->> 'soap_status', 'draft_ready', 'L23 the same inputs answer the finished draft') from drafts where number = 2;
select is(answer #>> '{soap_draft,assessment,problems,0,icd10_code}', 'I10', 'with its content') from drafts where number = 2;

insert into drafts values (3, tests.begin_draft(tests.encounter_id('dr-amara', 'alice'), 'another-model'));
select is(answer ->> 'revision', '2', 'another model makes a new revision') from drafts where number = 3;
select is(
  tests.refusal(public.append_transcript_chunks(tests.encounter_id('dr-amara', 'alice'), '[{"sequence": 2, "text": "and nausea"}]')),
  null, 'more is said'
);
insert into drafts values (4, tests.begin_draft(tests.encounter_id('dr-amara', 'alice')));
select is(answer ->> 'revision', '3', 'another transcript makes a new revision; a stored one is never replaced') from drafts where number = 4;

select tests.complete_draft(
  (answer ->> 'draft_id')::uuid, jsonb_set(tests.full_note(), '{meta,fallback_reason}', '"http_503"')
) from drafts where number = 4;
select is(
  tests.begin_draft(tests.encounter_id('dr-amara', 'alice')) ->> 'soap_status', 'draft_ready', 'P08 a stand-in draft stands for a while'
);
select tests.let_draft_age((answer ->> 'draft_id')::uuid, interval '11 minutes') from drafts where number = 4;
select is(
  tests.begin_draft(tests.encounter_id('dr-amara', 'alice')) ->> 'soap_status', 'drafting', 'P08 then the model gets another chance'
);

select * from finish();
rollback;
