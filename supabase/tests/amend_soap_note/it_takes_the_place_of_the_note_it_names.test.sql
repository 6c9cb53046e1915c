begin;
select plan(25);

select tests.new_patient();
create temporary table note on commit drop as
select
  tests.signed_note(tests.pat(), '2026-01-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex"}, {"allergen": "Egg"}]}') as amended,
  tests.signed_note(tests.pat(), '2026-02-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex", "reaction": "hives"}]}') as later;
grant select on note to authenticated;
select tests.merge(amended), tests.merge(later) from note;

select tests.sign_in_as('dr-amara');
create temporary table answer on commit drop as
select public.amend_soap_note(
  amended, '{"subjective": {"allergies": [{"id": "1", "allergen": "Latex", "severity": "severe"}]}}', 'egg was another patient''s'
) as first
from note;
select is(first ->> 'status', 'signed', 'the amendment is signed') from answer;
select is(first ->> 'amendsSoapNoteId', amended::text, 'in the place of the note it names') from answer, note;
select is(first -> 'totalVisits', '2', 'of the same visit') from answer;
select is(
  (select jsonb_agg(item -> 'change' order by item ->> 'change') from jsonb_array_elements(first #> '{changes,items}') as item),
  '["removed", "updated"]', 'it says what it changed'
) from answer;
select is(
  public.amend_soap_note(
    amended, '{"subjective": {"allergies": [{"id": "1", "allergen": "Latex", "severity": "severe"}]}}', 'egg was another patient''s'
  ),
  first || '{"replayed": true}', 'M31 the same call again answers the same'
) from answer, note;
select is(
  tests.refusal(public.amend_soap_note(amended, '{}', 'another thought')), 'REVISION_CONFLICT', 'an amended note is not amended twice'
) from note;
select is(
  tests.refusal(public.merge_soap_into_cumulative_record(tests.pat(), amended)), null, 'its own merge call is answered as before'
) from note;
select is((select count(*) from public.soap_notes where patient_id = tests.pat()), 3::bigint, 'M20 both notes stay readable');

select tests.sign_out();
select is(status, 'amended', 'the note is marked amended') from note join public.soap_notes on id = amended;
select is(amendment_reason, 'egg was another patient''s', 'for a reason that is kept') from answer join public.soap_notes on id = (first ->> 'soapNoteId')::uuid;
select is(amendment.encounter_at, original.encounter_at, 'the amendment speaks of the same moment')
from answer, note, public.soap_notes as amendment, public.soap_notes as original
where amendment.id = (first ->> 'soapNoteId')::uuid and original.id = amended;
select is(content_sha256, private.soap_note_sha256(id), 'its signature covers the whole note')
from answer join public.soap_notes on id = (first ->> 'soapNoteId')::uuid;
select is(tests.names('allergies'), 'Latex', 'M20 what it left out is out of the record');
select is(tests.item('allergies', 'Latex') ->> 'severity', 'severe', 'what it says is in');
select is(tests.item('allergies', 'Latex') ->> 'reaction', 'hives', 'with what other notes say');
select is(tests.record(), private.fold_record(tests.pat()), 'the stored record equals a rebuild');
select is(jsonb_array_length(tests.record('metadata') -> 'source_soap_notes'), 2, 'from two notes');
select is(jsonb_array_length(private.history_past_notes(tests.pat(), null) -> 'pastNotes'), 2, 'and the history lists two');

-- An amendment is a note like any other: it is amended, and retracted.
select tests.sign_in_as('dr-amara');
create temporary table second on commit drop as
select public.amend_soap_note((first ->> 'soapNoteId')::uuid, '{}', 'nothing of it') as answer from answer;
select is(answer ->> 'amendsSoapNoteId', first ->> 'soapNoteId', 'an amendment is amended') from answer, second;
create temporary table retraction on commit drop as
select public.retract_soap_note((answer ->> 'soapNoteId')::uuid, 'it was right') as answer from second;
select is(retraction.answer ->> 'restoredSoapNoteId', first ->> 'soapNoteId', 'retracted, it gives back the note before it') from answer, retraction;
select is(tests.refusal(public.retract_soap_note(amended, 'wrong patient')), null, 'an amended note is retracted too') from note;
select tests.sign_out();
select is(tests.item('allergies', 'Latex') ->> 'severity', 'severe', 'which leaves the record as it is');
select tests.sign_in_as('dr-amara');
select is(
  public.retract_soap_note((first ->> 'soapNoteId')::uuid, 'wrong patient') -> 'restoredSoapNoteId', 'null', 'and it does not come back'
) from answer;
select tests.sign_out();
select is(tests.record(), private.fold_notes(array[later]), 'law 4: what is left is the note nobody touched') from note;
select is(
  private.record_at(tests.pat(), 2), private.fold_notes(array[amended, later]), 'the journal still knows the record before'
) from note;

select * from finish();
rollback;
