begin;
select plan(9);

create function pg_temp.append(p_chunks jsonb) returns jsonb
language sql
as $$ select public.append_transcript_chunks(tests.encounter_id('dr-amara', 'alice'), p_chunks) $$;
grant execute on function pg_temp.append(jsonb) to public;

select tests.sign_in_as('dr-amara');
select is(
  pg_temp.append('[{"sequence": 1, "text": "Yes.", "started_at": "2020-01-01T10:00:00Z"},
    {"sequence": 2, "text": "Any pain?", "started_at": "2020-01-01T10:00:05Z"}]'),
  '{"stored": 2, "replayed": 0}', 'before the rejoin'
);
select is(
  tests.refusal(pg_temp.append('[{"sequence": 1, "text": "No.", "started_at": "2020-01-01T10:00:00Z"}]')),
  'REVISION_CONFLICT', 'other words of the same moment are no rejoin'
);
select is(
  tests.refusal(pg_temp.append('[{"sequence": 1, "text": "No."}]')), 'REVISION_CONFLICT', 'nor are words of no known moment'
);
select is(
  tests.refusal(pg_temp.append('[{"sequence": 1000000001, "text": "x"}]')), 'INVALID_REQUEST',
  'a number leaves room for those that replace others'
);
select is(
  pg_temp.append('[{"sequence": 1, "text": "Yes.", "started_at": "2020-01-01T10:09:00Z"},
    {"sequence": 2, "text": "Rest.", "started_at": "2020-01-01T10:09:05Z"}]'),
  '{"stored": 2, "replayed": 0}', 'after it the numbers begin anew, and the same word said again counts again'
);
select is(
  pg_temp.append('[{"sequence": 1, "text": "Yes.", "started_at": "2020-01-01T10:09:00Z"},
    {"sequence": 1, "text": "Yes.", "started_at": "2020-01-01T10:00:00Z"},
    {"sequence": 2, "text": "Rest.", "started_at": "2020-01-01T10:09:05Z"}]'),
  '{"stored": 0, "replayed": 3}', 'what is sent again is found again'
);
select is(
  pg_temp.append('[{"sequence": 7, "text": "One.", "started_at": "2020-01-01T10:20:00Z"},
    {"sequence": 7, "text": "Two.", "started_at": "2020-01-01T10:30:00Z"},
    {"sequence": 8, "text": "Three.", "started_at": "2020-01-01T10:21:00Z"}]'),
  '{"stored": 3, "replayed": 0}', 'both sides of a rejoin may come in one call'
);
select is(
  pg_temp.append('[{"sequence": 1, "text": "My knee.", "attendee_id": "attendee-patient", "started_at": "2020-01-01T10:00:02Z"},
    {"sequence": 1, "text": "His knee.", "attendee_id": "attendee-other", "started_at": "2020-01-01T10:00:02Z"}]'),
  '{"stored": 2, "replayed": 0}', 'so may the words of attendees that are numbered apart'
);
reset role;
select is(
  tests.talk(),
  '["Yes.", "His knee.", "My knee.", "Any pain?", "Yes.", "Rest.", "One.", "Three.", "Two."]', 'all is read in the order of talk'
);

select * from finish();
rollback;
