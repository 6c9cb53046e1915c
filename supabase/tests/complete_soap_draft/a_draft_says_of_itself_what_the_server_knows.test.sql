begin;
select plan(14);

select tests.sign_in_as('dr-amara');
select public.create_context_snapshot(tests.encounter_id('dr-amara', 'alice'));

select is(
  tests.refusal(tests.draft(tests.encounter_id('dr-amara', 'alice'), said::jsonb)), 'INVALID_REQUEST', 'L12 refuses a draft that claims ' || said
)
from (values ('{"status": "signed"}'), ('{"signer_name": "Dr. Amara"}'), ('{"meta": {"signed_at": "2026-01-01"}}'), ('{"meta": {"documentation": {"scorePercent": 100}}}')) as claims (said);
select is(
  (select jsonb_agg(jsonb_build_array(state, failure) order by revision) from public.soap_drafts),
  '[["failed", "refused"], ["failed", "refused"], ["failed", "refused"], ["failed", "refused"]]', 'and gives it up by name'
);
select is(soap_status, 'failed', 'as the app can see') from public.video_call_sessions
where id = tests.encounter_id('dr-amara', 'alice');

create temporary table draft on commit drop as
  select tests.begin_draft(tests.encounter_id('dr-amara', 'alice')) ->> 'draft_id' as draft_id;
create temporary table done on commit drop as
  select tests.complete_draft(
    draft_id::uuid,
    tests.full_note() || '{
      "meta": {"demographics": {"full_name": "Somebody Else"}, "disclaimer": "Fully reviewed", "documentation": {"rubric": "acute", "rubricVersion": "1", "scorePercent": 50, "parts": [{"element": "plan", "points": 2, "earned": 1}]}},
      "coding": [{"id": "c", "code_system": "ICD-10-CM", "code": "I10", "status": "suggested", "rationale": "on record"}]
    }',
    tests.lease_id(draft_id::uuid)
  ) as answer from draft;
select is(answer #>> '{soap_draft,meta,demographics,full_name}', 'Alice Example', 'L11 who the patient is comes from the snapshot') from done;
select is(answer #>> '{soap_draft,meta,demographics,phone}', null, 'without contact') from done;
select matches(answer #>> '{soap_draft,meta,disclaimer}', '^Drafted by software', 'L21 the disclaimer is the server''s') from done;
select is(answer #> '{soap_note,meta}', answer #> '{soap_draft,meta}', 'L21 on the stored note as well') from done;
select is(answer #>> '{soap_note,coding,0,status}', 'suggested', 'a code of a draft is a suggestion') from done;
select tests.sign_out();
select is(
  (select row(status, signed_by, signed_at)::text from public.soap_notes where id = (answer ->> 'soap_note_id')::uuid), '(draft,,)',
  'L12 the note is a draft and nobody signed it'
) from done;

select tests.sign_in_as('dr-amara');
select tests.save_note(
  tests.encounter_id('dr-amara', 'alice'),
  '{"meta": {"disclaimer": "Fully reviewed", "demographics": {"full_name": "Somebody Else"}, "documentation": null}}'
);
select tests.sign_out();
select is(
  (private.read_soap_note((answer ->> 'soap_note_id')::uuid) -> 'meta') - '{aiFlags,model,promptVersion}'::text[],
  (answer #> '{soap_note,meta}') - '{aiFlags,model,promptVersion}'::text[], 'a save takes none of it away'
) from done;
select is(
  private.read_soap_note((answer ->> 'soap_note_id')::uuid) #>> '{meta,documentation,scorePercent}', '50', 'nor the score'
) from done;

select * from finish();
rollback;
