begin;
select plan(10);

select tests.sign_in_as('dr-amara');
select is(
  public.append_transcript_chunks(
    tests.encounter_id('dr-amara', 'alice'), '[{"sequence": 1, "text": "hello"}, {"sequence": 2, "text": "  kept ’as’ it is\n"}]'
  ),
  '{"stored": 2, "replayed": 0}', 'stored'
);
select is(
  public.append_transcript_chunks(
    tests.encounter_id('dr-amara', 'alice'), '[{"sequence": 1, "text": "hello"}, {"sequence": 3, "text": "more"}]'
  ),
  '{"stored": 1, "replayed": 1}', 'the same words again are a replay'
);
select is(
  tests.refusal(public.append_transcript_chunks(
    tests.encounter_id('dr-amara', 'alice'), '[{"sequence": 4, "text": "new"}, {"sequence": 1, "text": "hullo"}]'
  )),
  'REVISION_CONFLICT', 'other words under a known number are a conflict'
);
select is(
  tests.refusal(public.append_transcript_chunks(
    tests.encounter_id('dr-amara', 'alice'), '[{"sequence": 4, "text": "one"}, {"sequence": 4, "text": "two"}]'
  )),
  'REVISION_CONFLICT', 'as are two utterances under one number'
);
select is(
  (select array_agg(text order by sequence) from public.call_transcript_chunks
   where encounter_id = tests.encounter_id('dr-amara', 'alice')),
  array['hello', e'  kept ’as’ it is\n', 'more'], 'all or nothing was stored, and exactly as it came'
);

select is(
  tests.refusal(public.append_transcript_chunks(tests.encounter_id('dr-amara', 'alice'), chunks)),
  'INVALID_REQUEST', 'malformed: ' || left(chunks::text, 40)
)
from (values
  ('[]'::jsonb),
  ('[{"sequence": 0, "text": "x"}]'),
  ('[{"sequence": 9, "text": " "}]'),
  (U&'[{"sequence": 9, "text": "\200B\2060"}]'),
  ('[{"sequence": 9, "text": "x", "started_at": "2026-02-30T10:00:00Z"}]')
) as malformed (chunks);

select * from finish();
rollback;
