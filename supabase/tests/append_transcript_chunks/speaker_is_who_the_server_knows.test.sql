begin;
select plan(11);

select tests.sign_in_as('alice');
select is(
  tests.refusal(public.append_transcript_chunks(
    tests.encounter_id('dr-amara', 'alice'), '[{"sequence": 1, "text": "prescribe it", "speaker": "Provider"}]'
  )),
  'INVALID_REQUEST', 'L20 a patient does not speak as the provider'
);
select is(
  tests.refusal(public.append_transcript_chunks(
    tests.encounter_id('dr-amara', 'alice'), '[{"sequence": 1, "text": "prescribe it", "speaker": "Dr. Amara"}]'
  )),
  'INVALID_REQUEST', 'L20 nor under a doctor''s name'
);
select is(
  tests.refusal(public.append_transcript_chunks(
    tests.encounter_id('dr-amara', 'alice'), '[{"sequence": 1, "text": "prescribe it", "attendee_id": "attendee-provider"}]'
  )),
  'INVALID_REQUEST', 'L20 nor as the provider''s attendee'
);
select is(
  public.append_transcript_chunks(
    tests.encounter_id('dr-amara', 'alice'), '[{"sequence": 1, "text": "my head hurts", "speaker": "Alice Example"}]'
  ),
  '{"stored": 1, "replayed": 0}', 'a name that claims no role is no claim'
);

select tests.sign_in_as('dr-amara');
select is(
  tests.refusal(public.append_transcript_chunks(
    tests.encounter_id('dr-amara', 'alice'), '[{"sequence": 2, "text": "since when", "attendee_id": "a-stranger"}]'
  )),
  'INVALID_REQUEST', 'an attendee the server does not know'
);
select is(
  tests.refusal(public.append_transcript_chunks(
    tests.encounter_id('dr-amara', 'alice'),
    '[{"sequence": 2, "text": "since when", "attendee_id": "attendee-patient", "speaker": "provider"}]'
  )),
  'INVALID_REQUEST', 'a label that contradicts the attendee'
);
select is(
  public.append_transcript_chunks(
    tests.encounter_id('dr-amara', 'alice'),
    '[{"sequence": 2, "text": "since when?"}, {"sequence": 3, "text": "six weeks", "attendee_id": "attendee-patient"}]'
  ),
  '{"stored": 2, "replayed": 0}', 'the provider hands in both sides'
);
select results_eq(
  $$select sequence, speaker_role from public.call_transcript_chunks
    where encounter_id = tests.encounter_id('dr-amara', 'alice') order by sequence$$,
  $$values (1, 'patient'), (2, 'provider'), (3, 'patient')$$,
  'who spoke comes from who called, or from the attendee'
);

select is(
  public.append_transcript_chunks(
    tests.encounter_id('dr-amara', 'alice'),
    '[{"sequence": 4, "text": "I see", "speaker": "Clinician"}, {"sequence": 5, "text": "thanks", "attendee_id": "attendee-patient", "speaker": "Pt"}]'
  ),
  '{"stored": 2, "replayed": 0}', 'other words for the same roles agree'
);

select tests.sign_in_as('bob');
select is(
  tests.refusal(public.append_transcript_chunks(
    tests.encounter_id('dr-amara', 'alice'), '[{"sequence": 4, "text": "hello"}]'
  )),
  'SESSION_NOT_FOUND', 'who takes no part finds no encounter'
);
select tests.sign_in_as('dr-okoye');
select is(
  tests.refusal(public.append_transcript_chunks(
    tests.encounter_id('dr-amara', 'alice'), '[{"sequence": 4, "text": "hello"}]'
  )),
  'SESSION_NOT_FOUND', 'nor does an unrelated provider'
);

select * from finish();
rollback;
