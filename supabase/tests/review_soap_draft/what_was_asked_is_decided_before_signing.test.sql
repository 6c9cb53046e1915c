begin;
select plan(20);

select tests.sign_in_as('dr-amara');
create temporary table done on commit drop as
  select tests.complete_draft(
    (tests.begin_draft(tests.encounter_id('dr-amara', 'alice')) ->> 'draft_id')::uuid,
    jsonb_set(tests.full_note(), '{safetyAlerts,0,severity}', '"critical"')
  ) as answer;
create temporary table note on commit drop as
  select (answer ->> 'soap_note_id')::uuid as id, tests.encounter_id('dr-amara', 'alice') as encounter_id from done;

select tests.sign_in_as('dr-okoye');
select is(tests.refusal(public.review_soap_draft(encounter_id, 1, '[]')), 'SESSION_NOT_FOUND', 'another provider''s note does not exist') from note;
select tests.sign_in_as('alice');
select is(tests.refusal(public.review_soap_draft(encounter_id, 1, '[]')), 'FORBIDDEN', 'the patient reviews nothing') from note;

select tests.sign_in_as('dr-amara');
select is(tests.refusal(public.sign_soap_note(id)), 'REVIEW_INCOMPLETE', 'an unreviewed draft is not signed') from note;
select is(tests.refusal(public.review_soap_draft(encounter_id, 7, '[]')), 'REVISION_CONFLICT', 'only what was seen is reviewed') from note;
select is(
  tests.refusal(public.review_soap_draft(encounter_id, 1, '[{"section": "plan.items", "id": "nobody", "decision": "accept"}]')),
  'INVALID_REQUEST', 'a decision about nothing'
) from note;
select is(
  tests.refusal(public.review_soap_draft(encounter_id, 1, '[{"section": "plan.items", "id": "i1", "decision": "modify"}]')),
  'INVALID_REQUEST', 'a modification without words'
) from note;
select is(
  tests.refusal(public.review_soap_draft(encounter_id, 1, '[{"section": "plan.items", "id": "i1", "decision": "perhaps"}]')),
  'INVALID_REQUEST', 'a decision that is none'
) from note;

create temporary table asked on commit drop as select public.review_soap_draft(encounter_id, 1, '[]') as answer from note;
select is(
  (select array_agg(item ->> 'section' order by item ->> 'section') from asked, jsonb_array_elements(answer -> 'open') as item),
  array['confirmation', 'safetyAlerts'], 'no decisions at all just asks what is open'
);
select is(answer #>> '{open,0,content,reason}', 'dose', 'with what is asked') from asked;

select is(
  public.review_soap_draft(encounter_id, 1, jsonb_build_array(
    '{"section": "plan.items", "id": "i1", "decision": "reject", "text": "not agreed"}'::jsonb,
    '{"section": "safetyAlerts", "id": "s1", "decision": "accept"}'::jsonb,
    '{"section": "coding", "id": "k1", "decision": "accept"}'::jsonb,
    jsonb_build_object('section', 'confirmation', 'id', answer #>> '{open,0,id}', 'decision', 'accept')
  )) #> '{open,0,section}', '"plan.items"', 'a rejected item that still stands is open'
) from note, asked;
select is(tests.refusal(public.sign_soap_note(id)), 'REVIEW_INCOMPLETE', 'and keeps the note from being signed') from note;

select tests.save_note(
  encounter_id, jsonb_set(tests.full_note(), '{plan,items}', '[{"id": "i2", "category": "other", "description": "my words"}]'), 1
) from note;
select is(public.review_soap_draft(encounter_id, 2, '[]') -> 'open', '[]', 'without it nothing is open') from note;
select is(tests.refusal(public.sign_soap_note(id, repeat('0', 64))), 'REVISION_CONFLICT', 'what was not shown is not signed') from note;
select is(tests.refusal(public.sign_soap_note(id)), null, 'then the note is signed') from note;
select is(tests.refusal(public.review_soap_draft(encounter_id, 2, '[]')), 'DRAFT_LOCKED', 'and reviewed no more') from note;

select tests.sign_out();
select is(
  (select array_agg(decision || ' ' || section order by id) from private.review_decisions),
  array['reject plan.items', 'accept safetyAlerts', 'accept coding', 'accept confirmation'], 'every decision is kept'
);
select throws_ok('delete from private.review_decisions', '42501', null, 'for good');
select is(
  (select row(drafted, kept, modified, removed, added)::text from note, private.draft_edits(id) where section = 'plan.items'),
  '(1,0,0,1,1)', 'how far the note is from its draft can be asked'
);
select is(
  (select row(model, prompt_version, drafted, kept, edits, acceptance_rate)::text from private.draft_acceptance() where section = 'plan.medications'),
  '(a-model,1,1,1,0,1.0000)', 'by model, prompt and section'
);

-- A draft's questions cannot be saved away.
select tests.sign_in_as('dr-amara');
create temporary table other on commit drop as
  select tests.complete_draft(
    (tests.begin_draft(tests.encounter_id('dr-amara', 'carol')) ->> 'draft_id')::uuid, tests.full_note()
  ) as answer;
select tests.save_note(tests.encounter_id('dr-amara', 'carol'), '{}');
select is(
  tests.refusal(public.sign_soap_note((answer ->> 'soap_note_id')::uuid)), 'REVIEW_INCOMPLETE', 'what a draft asked stays asked'
) from other;

select * from finish();
rollback;
