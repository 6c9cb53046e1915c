begin;
select plan(2);

-- What the patient's phone sent a minute ago: time stands still within a test's transaction.
insert into public.call_transcript_chunks (encounter_id, sequence, speaker_role, text, stored_by, created_at)
select tests.encounter_id('dr-amara', 'alice'), number, 'patient', text, tests.user_id('alice'), now() - interval '1 minute'
from (values (2, 'In my knee.'), (4, 'No.')) as said (number, text);

select tests.sign_in_as('dr-amara');
select is(
  public.append_transcript_chunks(
    tests.encounter_id('dr-amara', 'alice'),
    '[{"sequence": 1, "text": "Any pain?"}, {"sequence": 3, "text": "Any fever?"}, {"sequence": 5, "text": "Good."}]'
  ),
  '{"stored": 3, "replayed": 0}', 'the phones send their parts at different times'
);
select is(
  tests.talk(), '["Any pain?", "In my knee.", "Any fever?", "No.", "Good."]',
  'every answer stands behind its question'
);

select * from finish();
rollback;
