begin;
select plan(7);

select tests.new_patient();
create temporary table note on commit drop as
select
  tests.signed_note(tests.pat(), '2026-01-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex"}]}') as earlier,
  tests.signed_note(tests.pat(), '2026-02-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex", "reaction": "hives"}]}') as later;
create temporary table answer on commit drop as
select tests.merge(later) as of_later, null::jsonb as of_earlier from note;
update answer set of_earlier = tests.merge(earlier) from note;

select is(of_later -> 'totalVisits', '2', 'the note whose merge call never came is in it') from answer;
select is(of_later -> 'replayed', 'false', 'the call merged its note') from answer;
select is(of_earlier -> 'replayed', 'true', 'the belated call finds its note merged') from answer;
select is(jsonb_array_length(of_earlier #> '{changes,allergies,added}'), 1, 'the earlier note added the allergy') from answer;
select is(jsonb_array_length(of_later #> '{changes,allergies,updated}'), 1, 'the later one updated it') from answer;
select is(of_later #> '{changes,allergies,updated}', of_earlier #> '{changes,allergies,added}', 'under one id') from answer;
select is(private.merge_pending_notes(tests.pat()), 0, 'nothing is pending');

select * from finish();
rollback;
