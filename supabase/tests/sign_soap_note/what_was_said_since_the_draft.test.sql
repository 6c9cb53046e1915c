begin;
select plan(11);

select tests.sign_in_as('dr-amara');
create temporary table job on commit drop as
  select encounter_id, (answer ->> 'draft_id')::uuid as draft_id
  from (select tests.encounter_id('dr-amara', 'alice') as encounter_id) as encounter
  cross join lateral tests.begin_draft(encounter_id) as answer;
select public.append_transcript_chunks(encounter_id, '[{"sequence": 2, "text": "while it is drafted"}]') from job;
create temporary table drafted on commit drop as
  select (tests.complete_draft(draft_id) ->> 'soap_note_id')::uuid as note_id from job;
select is(
  public.review_soap_draft(encounter_id, 1, '[]') -> 'transcriptSinceDraft', '{"draftedChunks": 1, "arrivedChunks": 1}',
  'a reviewer is told what the draft did not see'
) from job;
select public.append_transcript_chunks(
  encounter_id, '[{"sequence": 3, "text": "and I am allergic to penicillin"}, {"sequence": 4, "text": "bye"}]'
) from job;
select tests.accept_all(encounter_id) from job;
create temporary table signature on commit drop as select public.sign_soap_note(note_id) as answer from drafted;
select is(answer ->> 'status', 'signed', 'late words keep nobody from signing') from signature;
select is(
  answer -> 'transcriptSinceDraft', '{"draftedChunks": 1, "arrivedChunks": 3}', 'the signer is told of them'
) from signature;
select is(public.sign_soap_note(note_id), answer, 'again when it is repeated') from drafted, signature;

-- A new draft sees them, also for a note that was edited meanwhile.
select public.retract_soap_note(note_id, 'words were missing') from drafted;
select tests.save_note(encounter_id, '{}') from job;
select tests.draft(encounter_id) from job;
select tests.accept_all(encounter_id) from job;
select is(
  public.review_soap_draft(encounter_id, tests.note_revision(encounter_id), '[]') -> 'transcriptSinceDraft', 'null', 'a draft of all words leaves nothing to tell'
) from job;

-- Who takes a draft over drafts from what was said until then.
create temporary table other on commit drop as
  select encounter_id, (answer ->> 'draft_id')::uuid as draft_id, answer
  from (select tests.encounter_id('dr-amara', 'carol') as encounter_id) as encounter
  cross join lateral tests.begin_draft(encounter_id) as answer;
select public.append_transcript_chunks(encounter_id, '[{"sequence": 2, "text": "late words"}]') from other;
select tests.let_lease_run_out(draft_id) from other;
create temporary table taken_over on commit drop as select tests.claim_draft(draft_id) as answer from other;
select is(jsonb_array_length(answer -> 'transcript'), 2, 'a successor is given the late words') from taken_over;
select isnt(taken_over.answer ->> 'transcript_sha256', other.answer ->> 'transcript_sha256', 'and the hash of all of them') from taken_over, other;
create temporary table done on commit drop as select tests.complete_draft(draft_id) as answer from other;
select is(
  done.answer #> '{soap_draft,meta,transcriptSha256}', taken_over.answer -> 'transcript_sha256', 'L27 the draft says which words it was made of'
) from done, taken_over;
select tests.accept_all(encounter_id) from other;
select is(
  public.sign_soap_note((answer ->> 'soap_note_id')::uuid) -> 'transcriptSinceDraft', 'null', 'nothing is missing from it'
) from done;

select tests.sign_in_as('dr-okoye');
select is(
  public.sign_soap_note(tests.save_note(tests.encounter_id('dr-okoye', 'bob'), '{}')) -> 'transcriptSinceDraft', 'null',
  'where nothing was said there is nothing to tell'
);
select public.append_transcript_chunks(
  tests.encounter_id('dr-okoye', 'carol'), '[{"sequence": 1, "text": "hello"}, {"sequence": 2, "text": "it hurts"}]'
);
select is(
  public.sign_soap_note(tests.save_note(tests.encounter_id('dr-okoye', 'carol'), '{}')) -> 'transcriptSinceDraft',
  '{"draftedChunks": 0, "arrivedChunks": 2}', 'of what no draft has seen all is told'
);

select * from finish();
rollback;
