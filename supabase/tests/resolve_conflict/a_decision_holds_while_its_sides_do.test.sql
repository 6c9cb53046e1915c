begin;
select plan(27);

select tests.new_patient();
select tests.visit('2026-01-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex", "severity": "severe"}]}');
select tests.visit('2026-02-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex", "severity": "mild"}]}');
create temporary table conflict on commit drop as select tests.conflict_id('lower_allergy_severity') as id;
grant select on conflict to authenticated;
select is(tests.item('allergies', 'Latex') ->> 'severity', 'severe', 'until somebody decides, the higher severity stands');
select is(sides #>> '{0,value}' || ' ' || (sides #>> '{1,value}'), 'severe mild', 'the ledger has both sides')
from conflict join public.record_conflicts using (id);
select is((sides #>> '{1,encounter_at}')::timestamptz, '2026-02-10T10:00Z', 'with their dates')
from conflict join public.record_conflicts using (id);
select is((sides #>> '{1,signed_by}')::uuid, tests.user_id('dr-amara'), 'and who signed them')
from conflict join public.record_conflicts using (id);

select tests.sign_in_as('dr-amara');
create temporary table answer on commit drop as
  select public.resolve_conflict(id, 'accept', null, 'patch test negative') as said from conflict;
grant select on answer to authenticated;
select is(said -> 'replayed', 'false', 'a provider decides') from answer;
select is(said #>> '{changes,items,0,after,severity}', 'mild', 'what it changes is told') from answer;
select is(jsonb_array_length(said #> '{changes,conflicts,closed}'), 1, 'with the conflict it closes') from answer;
select is(public.resolve_conflict(id, 'accept', null, 'patch test negative'), said || '{"replayed": true}', 'the same decision again answers the same')
from conflict, answer;
select is(tests.refusal(public.resolve_conflict(id, 'reject', null, 'no')), 'REVISION_CONFLICT', 'another one does not overrule it unseen') from conflict;

select tests.sign_out();
select is(tests.item('allergies', 'Latex') ->> 'severity', 'mild', 'accept: the later side is in the record');
select is(tests.item('allergies', 'Latex') #>> '{severity_source,encounter_at}', '2026-02-10T10:00:00Z', 'as it was stated');
select is(tests.item('allergies', 'Latex') #>> '{decisions,0,reason}', 'patch test negative', 'and the item says who decided, and why');
select is(tests.conflicts(), '', 'the question is no longer open');
select is(status, 'decided', 'the ledger says so') from conflict join public.record_conflicts using (id);
select is(tests.record(), private.fold_record(tests.pat()), 'law 3: the stored record equals a rebuild');

-- A third note that repeats a side leaves the decision; one that says something else asks anew.
select tests.visit('2026-03-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex", "severity": "mild"}]}');
select is(tests.item('allergies', 'Latex') ->> 'severity', 'mild', 'a note that repeats it changes nothing');
select tests.visit('2026-01-20T10:00Z', '{"subjective_allergies": [{"allergen": "Latex", "severity": "life_threatening"}]}');
select is(tests.item('allergies', 'Latex') ->> 'severity', 'life_threatening', 'what the decision did not know is not lowered by it');
select is(tests.conflicts(), 'lower_allergy_severity', 'it is a new question');
select is((select count(*) from public.record_conflicts where patient_id = tests.pat()), 2::bigint, 'beside the old one');

-- A decision is taken back by the next in its place.
create temporary table second on commit drop as select tests.conflict_id('lower_allergy_severity') as id, null::uuid as decided;
grant select, update on second to authenticated;
select tests.sign_in_as('dr-amara');
update second set decided = (public.resolve_conflict(id, 'accept', null, 'misread') ->> 'decisionId')::uuid;
create temporary table third on commit drop as
  select public.resolve_conflict(id, 'modify', '"moderate"', 'patch test weakly positive', decided) as said from second;
select is(tests.refusal(said), null, 'it names the one it takes the place of') from third;
select is(tests.refusal(public.resolve_conflict(id, 'reject', null, 'no', decided)), 'REVISION_CONFLICT', 'which can be done once') from second;
select tests.sign_out();
select is(tests.item('allergies', 'Latex') ->> 'severity', 'moderate', 'modify: the value is in the record');
select is((select count(*) from public.record_decisions where patient_id = tests.pat()), 3::bigint, 'every decision is kept');
select throws_ok('update public.record_decisions set reason = reason', '42501', null, 'as it was made');
select throws_ok('delete from public.record_conflicts', '42501', null, 'no conflict goes');
select throws_ok($$update public.record_conflicts set sides = '[]'$$, '42501', null, 'nor changes its sides');
select is(tests.record(), private.fold_record(tests.pat()), 'law 3: and the record equals a rebuild');

select * from finish();
rollback;
