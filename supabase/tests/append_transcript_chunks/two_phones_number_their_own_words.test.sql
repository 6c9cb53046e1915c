begin;
select plan(8);

select tests.sign_in_as('alice');
select is(
  public.append_transcript_chunks(
    tests.encounter_id('dr-amara', 'alice'), '[{"sequence": 1, "text": "a cough"}, {"sequence": 2, "text": "yes"}]'
  ), '{"stored": 2, "replayed": 0}', 'the patient''s phone comes first'
);
select tests.sign_in_as('dr-amara');
select is(
  public.append_transcript_chunks(
    tests.encounter_id('dr-amara', 'alice'),
    '[{"sequence": 1, "text": "what brings you in?"}, {"sequence": 2, "text": "any fever?"}, {"sequence": 3, "text": "rest"}]'
  ), '{"stored": 3, "replayed": 0}', 'and keeps the provider''s from nothing'
);
select is(
  public.append_transcript_chunks(
    tests.encounter_id('dr-amara', 'alice'), '[{"sequence": 2, "text": "any fever?"}, {"sequence": 3, "text": "rest"}]'
  ), '{"stored": 0, "replayed": 2}', 'whose repeats are replays'
);
select is(
  tests.refusal(public.append_transcript_chunks(tests.encounter_id('dr-amara', 'alice'), '[{"sequence": 2, "text": "a fever?"}]')),
  'REVISION_CONFLICT', 'and whose own number still stands for its own words'
);
select is(
  public.append_transcript_chunks(tests.encounter_id('dr-amara', 'alice'), '[{"sequence": 5, "text": "goodbye"}]'),
  '{"stored": 1, "replayed": 0}', 'a number that was given away is no obstacle either'
);
select is(
  (select jsonb_agg(jsonb_build_array(sequence, speaker_role, text) order by sequence) from public.call_transcript_chunks
   where encounter_id = tests.encounter_id('dr-amara', 'alice')),
  '[[1, "patient", "a cough"], [2, "patient", "yes"], [3, "provider", "rest"], [4, "provider", "what brings you in?"],
    [5, "provider", "any fever?"], [6, "provider", "goodbye"]]', 'every word is there, under one number for good'
);
select tests.sign_in_as('alice');
select is(
  public.append_transcript_chunks(tests.encounter_id('dr-amara', 'alice'), '[{"sequence": 3, "text": "thank you"}]'),
  '{"stored": 1, "replayed": 0}', 'the patient goes on'
);
select is(
  public.append_transcript_chunks(tests.encounter_id('dr-amara', 'alice'), '[{"sequence": 3, "text": "thank you"}]'),
  '{"stored": 0, "replayed": 1}', 'and may repeat'
);

select * from finish();
rollback;
