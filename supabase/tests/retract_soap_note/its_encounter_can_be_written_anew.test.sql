begin;
select plan(7);

select tests.sign_in_as('dr-amara');
create temporary table note on commit drop as
  select tests.save_note(tests.encounter_id('dr-amara', 'alice'), tests.full_note()) as id;
select tests.accept_all(tests.encounter_id('dr-amara', 'alice'));
select public.sign_soap_note(id) from note;
select is(
  tests.refusal(public.save_soap_note(tests.encounter_id('dr-amara', 'alice'), '{}')), 'DRAFT_LOCKED', 'a signed encounter takes no other note'
);
create temporary table answer on commit drop as select public.retract_soap_note(id, 'wrong visit') as answer from note;
select is(answer -> 'restoredSoapNoteId', 'null', 'nothing stood behind it') from answer;
select is(soap_status, 'not_started', 'the encounter''s note is still to be written')
from public.video_call_sessions where id = tests.encounter_id('dr-amara', 'alice');
select is(encounter_status, 'soap_signed', 'though the encounter does not go back')
from public.video_call_sessions where id = tests.encounter_id('dr-amara', 'alice');

create temporary table rewritten on commit drop as
  select tests.save_note(tests.encounter_id('dr-amara', 'alice'), tests.full_note()) as id;
select tests.accept_all(tests.encounter_id('dr-amara', 'alice'));
select is(public.sign_soap_note(id) ->> 'status', 'signed', 'and is signed again') from rewritten;
select is(
  public.merge_soap_into_cumulative_record(tests.user_id('alice'), id) #> '{updatedRecord,metadata,total_visits}',
  '2', 'the visit counts once'
) from rewritten;
select tests.sign_in_as('alice');
select is((select count(*) from public.soap_notes where encounter_id = tests.encounter_id('dr-amara', 'alice')), 1::bigint, 'its patient sees the note that counts');

select * from finish();
rollback;
