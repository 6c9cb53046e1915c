begin;
select plan(6);

select tests.new_patient();
create temporary table answer on commit drop as
select tests.visit('2026-01-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex"}]}') as first;
create temporary table again on commit drop as
select tests.merge((first ->> 'soapNoteId')::uuid) as second from answer;

select is(first -> 'replayed', 'false', 'M11 the first call merges') from answer;
select is(second -> 'replayed', 'true', 'M11 P06 the second call says it is a replay, without any key') from again;
select is(second - 'replayed', first - 'replayed', 'M11 M31 and answers the same otherwise') from answer, again;
select is(second -> 'totalVisits', '1', 'M11 one visit') from again;
select is((select count(*) from public.soap_note_merges where patient_id = tests.pat()), 1::bigint, 'M11 one row in the ledger');
select is(tests.record(), second -> 'updatedRecord', 'the answer is the stored record') from again;

select * from finish();
rollback;
