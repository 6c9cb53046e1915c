begin;
select plan(12);

select tests.sign_in_as('dr-amara');
select is(
  tests.refusal(tests.draft(tests.encounter_id('dr-amara', 'alice'), '{"title": "x"}')), 'INVALID_REQUEST', 'a draft that is no SoapNote'
);
create temporary table first on commit drop as
  select tests.begin_draft(tests.encounter_id('dr-amara', 'alice')) ->> 'draft_id' as draft_id;
create temporary table done on commit drop as
  select tests.complete_draft(
    draft_id::uuid, jsonb_set(tests.full_note(), '{meta,encounterId}', '"00000000-0000-4000-8000-00000000dead"')
  ) as answer from first;
select is(tests.without_identity(answer -> 'soap_draft'), tests.without_identity(tests.full_note()), 'the draft is stored whole') from done;
select is(answer -> 'soap_note', answer -> 'soap_draft', 'and is the encounter''s open note') from done;
select is(
  answer #>> '{soap_note,meta,encounterId}', tests.encounter_id('dr-amara', 'alice')::text,
  'L11 what it belongs to is the server''s to say'
) from done;
select is(
  tests.complete_draft(draft_id::uuid, '{}'), answer, 'L22 whoever comes second gets what the first made'
) from first, done;
select is(
  (select row(encounter_status, soap_status)::text from public.video_call_sessions where id = tests.encounter_id('dr-amara', 'alice')),
  '(soap_ready,draft_ready)', 'the app sees draft_ready'
);

select tests.save_note(tests.encounter_id('dr-amara', 'alice'), '{"plan": {"items": [{"id": "mine", "category": "other", "description": "my words"}]}}');
create temporary table second on commit drop as
  select tests.complete_draft(
    (tests.begin_draft(tests.encounter_id('dr-amara', 'alice'), 'another-model') ->> 'draft_id')::uuid, tests.full_note()
  ) as answer;
select is(answer #>> '{soap_note,plan,items,0,description}', 'my words', 'L24 the edited note stays') from second;
select is(answer -> 'revision', '3', 'the new draft is kept beside it') from second;
select is(
  (select soap_status from public.video_call_sessions where id = tests.encounter_id('dr-amara', 'alice')), 'draft_ready',
  'the app sees the new draft'
);
select is(
  (select encounter_status from public.video_call_sessions where id = tests.encounter_id('dr-amara', 'alice')), 'soap_editing',
  'the encounter does not move back'
);

create temporary table third on commit drop as
  select tests.begin_draft(tests.encounter_id('dr-amara', 'alice'), 'a-third-model') ->> 'draft_id' as draft_id;
select tests.accept_all(tests.encounter_id('dr-amara', 'alice'));
select public.sign_soap_note((answer ->> 'soap_note_id')::uuid) from second;
select is(
  tests.refusal(tests.complete_draft(draft_id::uuid, tests.full_note())), 'DRAFT_LOCKED', 'L24 a late draft after signing is refused'
) from third;
select is((select failure from public.soap_drafts join third on id = draft_id::uuid), 'signed', 'not stored, and given up');

select * from finish();
rollback;
