begin;
select plan(35);

create temporary table note on commit drop as
  select 'd0000000-0000-4000-8000-000000000000'::uuid as id;

select throws_ok(
  format('update public.soap_notes set %I = %I where id = %L', attname, attname, note.id), '42501', null,
  'R12 soap_notes.' || attname || ' of a signed note is not written, even with itself'
)
from note, pg_attribute
where attrelid = 'public.soap_notes'::regclass and attname in ('patient_id', 'meta', 'encounter_at', 'content_sha256', 'signed_at', 'revision');
select throws_ok(format('update public.soap_notes set status = %L where id = %L', 'draft', id), '42501', null, 'R12 it is not unsigned')
from note;
select throws_ok(format('delete from public.soap_notes where id = %L', id), '42501', null, 'nor deleted') from note;
select throws_ok('truncate public.soap_notes cascade', '42501', null, 'nor truncated');

select throws_ok(
  format('insert into public.%I (soap_note_id, id, position) values (%L, %L, 9)', section.table_name, note.id, 'late'), '42501', null,
  'R12 nothing is added to ' || section.table_name || ' of a signed note'
)
from note, private.soap_note_sections() as section;
select throws_ok(
  format('update public.%I set position = 7 where soap_note_id = %L', table_name, note.id), '42501', null,
  'R12 nothing in ' || table_name || ' changes'
)
from note, (values ('soap_plan_medication'), ('soap_subjective_allergies')) as filled (table_name);
select throws_ok(
  format('delete from public.%I where soap_note_id = %L', table_name, note.id), '42501', null, 'R12 nor goes from ' || table_name
)
from note, (values ('soap_plan_medication'), ('soap_subjective_allergies')) as filled (table_name);

-- A draft is open, and its items stay with it.
insert into public.soap_notes (id, encounter_id, appointment_id, patient_id, provider_id)
select 'd0000000-0000-4000-8000-000000000009', id, appointment_id, patient_id, provider_id
from public.video_call_sessions where id = tests.encounter_id('dr-amara', 'alice');
select lives_ok(
  $$insert into public.soap_plan_items (soap_note_id, id, category, description) values ('d0000000-0000-4000-8000-000000000009', '1', 'other', 'x')$$,
  'a draft takes items'
);
select throws_ok(
  $$update public.soap_plan_items set soap_note_id = 'd0000000-0000-4000-8000-000000000000' where soap_note_id = 'd0000000-0000-4000-8000-000000000009'$$,
  '42501', null, 'an item does not move to another note'
);

-- Append-only tables.
select throws_ok('delete from public.soap_note_merges', '42501', null, 'the merge ledger keeps its rows');
select throws_ok('update public.soap_note_merges set changes = changes', '42501', null, 'as they are');
select throws_ok('truncate public.soap_note_merges', '42501', null, 'all of them');
select tests.sign_in_as('dr-amara');
select public.create_context_snapshot(tests.encounter_id('dr-amara', 'alice'));
select public.append_transcript_chunks(tests.encounter_id('dr-amara', 'alice'), '[{"sequence": 1, "text": "hello"}]');
select tests.sign_out();
select throws_ok('update public.context_snapshots set created_at = now()', '42501', null, 'a snapshot does not change');
select throws_ok('delete from public.context_snapshots', '42501', null, 'nor go');
select throws_ok('update public.call_transcript_chunks set text = text', '42501', null, 'what was said does not change');
select throws_ok('delete from public.call_transcript_chunks', '42501', null, 'nor go');

select * from finish();
rollback;
