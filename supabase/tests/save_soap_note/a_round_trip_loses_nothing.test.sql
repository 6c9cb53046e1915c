begin;
select plan(9);

select tests.sign_in_as('dr-amara');
create temporary table saved on commit drop as
  select tests.save_note(tests.encounter_id('dr-amara', 'alice'), tests.full_note()) as id;

select tests.sign_out();
select is(
  tests.without_identity(private.read_soap_note(id)), tests.without_identity(tests.full_note()),
  'what was saved is read back whole, in its order'
) from saved;
select is(
  private.read_soap_note(id) #>> '{meta,encounterId}', tests.encounter_id('dr-amara', 'alice')::text,
  'what the note belongs to is the server''s to say'
) from saved;
select is(content_sha256, private.soap_note_sha256(saved.id), 'the hash of the content stands beside it')
from saved join public.soap_notes using (id);
select is(
  (select row(encounter_status, soap_status)::text from public.video_call_sessions where id = tests.encounter_id('dr-amara', 'alice')),
  '(soap_editing,editing)', 'the encounter is in editing'
);
select is(
  (select description from public.soap_subjective_hpi where soap_note_id = saved.id and element = 'chief_complaint'), 'Headaches',
  'the chief complaint is an element of the history of present illness'
) from saved;

set local timezone to 'Asia/Kolkata';
select is(content_sha256, private.soap_note_sha256(saved.id), 'the hash does not know the session''s time zone')
from saved join public.soap_notes using (id);

select tests.sign_in_as('dr-amara');
select is(
  tests.save_note(tests.encounter_id('dr-amara', 'alice'), '{"meta": {"encounterId": "mine"}}'), id,
  'a second save replaces the one open note'
) from saved;
select is((select count(*) from public.soap_subjective_allergies where soap_note_id = saved.id), 0::bigint, 'with all its items')
from saved;
select is(revision, 2, 'as the next revision') from saved join public.soap_notes using (id);

select * from finish();
rollback;
