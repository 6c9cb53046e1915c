begin;
select plan(9);

select tests.sign_in_as('dr-amara');
create temporary table draft on commit drop as
select public.create_context_snapshot(tests.encounter_id('dr-amara', 'carol')) #>> '{snapshot,id}' as snapshot_id,
  tests.save_note(tests.encounter_id('dr-amara', 'carol'), '{}') as id;
create temporary table colleague on commit drop as
select public.create_context_snapshot(tests.encounter_id('dr-amara', 'alice')) #>> '{snapshot,id}' as snapshot_id,
  tests.save_note(tests.encounter_id('dr-amara', 'alice'), '{}') as id;
select is(public.sign_soap_note(id) -> 'changesSinceSnapshot', 'null', 'nothing became known in between') from colleague;

-- While dr-amara writes, dr-okoye signs: one note is merged, one still pending.
select tests.sign_out();
select tests.merge(
  tests.signed_note(tests.user_id('carol'), '2026-06-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex"}]}', p_provider_id => tests.user_id('dr-okoye')),
  'dr-okoye', tests.user_id('carol')
);
select tests.signed_note(tests.user_id('carol'), '2026-06-11T10:00Z', '{"subjective_allergies": [{"allergen": "Egg"}]}', p_provider_id => tests.user_id('dr-okoye'));
select tests.sign_in_as('dr-amara');
create temporary table answer on commit drop as select public.sign_soap_note(id) as said from draft;
select is(said #>> '{changesSinceSnapshot,snapshotId}', snapshot_id, 'the signer is told, of the snapshot the note was written on') from answer, draft;
select is(
  (select string_agg(item #>> '{after,allergen}', ', ' order by item #>> '{after,allergen}')
    from jsonb_array_elements(said #> '{changesSinceSnapshot,changes,items}') as item),
  'Egg, Latex', 'what colleagues signed since, merged or not'
) from answer;
select is(jsonb_array_length(said #> '{changesSinceSnapshot,events}'), 2, 'note by note') from answer;
select isnt(said #> '{changesSinceSnapshot,recordVersion}', said #> '{changesSinceSnapshot,snapshotRecordVersion}', 'the record has another version') from answer;
select is(said ->> 'status', 'signed', 'it does not keep anybody from signing') from answer;
select public.merge_soap_into_cumulative_record(tests.user_id('carol'), id) from draft;
select is(public.sign_soap_note(id), said, 'P01 signing again answers the same') from draft, answer;

-- A snapshot of an empty record.
select tests.sign_out();
select is((select content #>> '{allergies}' from public.context_snapshots where id::text = snapshot_id), '[]', 'the snapshot saw none') from draft;
select is(said #>> '{changesSinceSnapshot,snapshotRecordVersion}', record_version, 'and pins the version it saw')
from answer, draft join public.context_snapshots as snapshot on snapshot.id::text = snapshot_id;

select * from finish();
rollback;
