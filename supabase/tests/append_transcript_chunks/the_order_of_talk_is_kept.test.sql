begin;
select plan(8);

create function pg_temp.append(p_persona text, p_chunks jsonb) returns jsonb
language plpgsql
as $$
begin
  perform tests.sign_in_as(p_persona);
  return public.append_transcript_chunks(tests.encounter_id('dr-amara', 'alice'), p_chunks);
end;
$$;
grant execute on function pg_temp.append(text, jsonb) to public;

select is(
  pg_temp.append('dr-amara', '[{"sequence": 1, "text": "Any pain?", "started_at": "2020-01-01T10:00:00Z"},
    {"sequence": 2, "text": "Any fever?", "started_at": "2020-01-01T10:00:20Z"}, {"sequence": 3, "text": "Hm."}]'),
  '{"stored": 3, "replayed": 0}', 'one phone hands in all it heard'
);
select is(
  pg_temp.append('alice', '[{"sequence": 1, "text": "In my knee.", "started_at": "2020-01-01T12:00:10+02:00"},
    {"sequence": 2, "text": "No.", "started_at": "2020-01-01T10:00:30Z"}]'),
  '{"stored": 2, "replayed": 0}', 'the other later, under the same numbers'
);
select is(
  tests.talk(), '["Any pain?", "In my knee.", "Any fever?", "Hm.", "No."]',
  'questions and answers stand as they were said; words without a time stay behind those before them'
);
select is(
  pg_temp.append('alice', '[{"sequence": 3, "text": "No.", "started_at": "2020-01-01T10:00:40Z"}]'),
  '{"stored": 1, "replayed": 0}', 'the words that replaced number are no obstacle to the same words said again'
);
select is(
  pg_temp.append('alice', '[{"sequence": 4, "text": "Bye."}, {"sequence": 5, "text": "Bye bye."}]'),
  '{"stored": 2, "replayed": 0}', 'a phone that gives no times is heard'
);
select is(
  tests.talk(), '["Any pain?", "In my knee.", "Any fever?", "Hm.", "No.", "No.", "Bye.", "Bye bye."]',
  'after what it said before'
);

select is(
  pg_temp.append('dr-amara', '[{"sequence": 4, "text": "See you.", "started_at": "9999-01-01T00:00:00Z"}]'),
  '{"stored": 1, "replayed": 0}', 'a phone whose clock is ahead is heard'
);
select is(
  pg_temp.append('alice', '[{"sequence": 6, "text": "Soon.", "started_at": "9998-01-01T00:00:00Z"}]') || tests.talk(),
  '[{"stored": 1, "replayed": 0}, "Any pain?", "In my knee.", "Any fever?", "Hm.", "No.", "No.", "Bye.", "Bye bye.", "See you.", "Soon."]',
  'its words stand where they arrived'
);

select * from finish();
rollback;
