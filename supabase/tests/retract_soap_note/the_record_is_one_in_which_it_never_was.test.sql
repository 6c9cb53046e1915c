begin;
select plan(20);

select tests.new_patient();
create temporary table note on commit drop as
select
  tests.signed_note(tests.pat(), '2026-01-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex"}]}') as first,
  tests.signed_note(tests.pat(), '2026-02-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex", "severity": "severe"}, {"allergen": "Egg"}]}') as second,
  tests.signed_note(tests.pat(), '2026-03-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex", "reaction": "hives"}]}') as third;
grant select on note to authenticated;
create temporary table without on commit drop as select private.fold_notes(array[first, third]) as record from note;
select tests.merge(first), tests.merge(second), tests.merge(third) from note;
grant select on without to authenticated;

select tests.sign_in_as('dr-amara');
create temporary table answer on commit drop as select public.retract_soap_note(second, 'wrong patient') as said from note;
select is(said ->> 'status', 'retracted', 'its signer retracts a note') from answer;
select is(said -> 'replayed', 'false', 'once') from answer;
select is(said ->> 'reason', 'wrong patient', 'for a reason') from answer;
select is(said -> 'totalVisits', '2', 'its visit does not count') from answer;
select is(said #>> '{changes,items,0,change}', 'removed', 'what it alone said is gone') from answer;
select is(said #>> '{changes,items,0,before,allergen}', 'Egg', 'by name') from answer;
select is(said #>> '{changes,items,1,change}', 'updated', 'what others said too is as they said it') from answer;
select is(jsonb_array_length(said #> '{changes,items}'), 2, 'and nothing else changed') from answer;
select is(
  public.retract_soap_note(second, 'another reason'), said || '{"replayed": true}', 'M22 retracting it again answers the same'
) from note, answer;
select is(tests.refusal(public.merge_soap_into_cumulative_record(tests.pat(), second)), 'NOTE_RETRACTED', 'M22 it is never merged again') from note;
select is(tests.refusal(public.sign_soap_note(second)), 'NOTE_RETRACTED', 'nor signed') from note;
select is(public.get_patient_history(tests.pat()) -> 'record', record, 'M21 law 4: the record equals one in which the note never was') from without;
select is(public.get_patient_history(tests.pat()) #>> '{record,allergies,0,reaction}', 'hives', 'M21 what others confirmed stays');

select tests.sign_out();
select is(tests.record(), record, 'and is stored so') from without;
select is(retracted_by, tests.user_id('dr-amara'), 'the actor is kept beside it') from note join public.soap_notes on id = second;
select is(retraction_reason, 'wrong patient', 'with the first reason') from note join public.soap_notes on id = second;
select is((select count(*) from public.soap_subjective_allergies where soap_note_id = second), 2::bigint, 'what it said stays readable') from note;
select results_eq(
  'select kind, sequence from private.record_events where patient_id = tests.pat() order by sequence',
  $$ values ('merge', 1), ('merge', 2), ('merge', 3), ('retraction', 4) $$, 'the journal tells how the record came to be'
);
select is(medical_record_last_soap_note_id, third, 'the record''s last note is one that counts')
from note, public.patient_profiles where user_id = tests.pat();

select tests.sign_in_as('dr-amara');
select public.retract_soap_note(first, 'wrong patient'), public.retract_soap_note(third, 'wrong patient') from note;
select tests.sign_out();
select is(tests.record(), private.fold_notes('{}'), 'without any note left it is the empty record');

select * from finish();
rollback;
