begin;
select plan(6);

select tests.sign_in_as('dr-amara');
create temporary table taken on commit drop as
  select public.create_context_snapshot(tests.encounter_id('dr-amara', 'alice')) as first;

select is(public.create_context_snapshot(tests.encounter_id('dr-amara', 'alice')), first, 'P01 a repeat answers the same snapshot')
from taken;

select tests.sign_out();
update public.video_call_sessions set encounter_status = 'in_call' where id = tests.encounter_id('dr-amara', 'alice');
select tests.signed_note(
  tests.user_id('alice'), '2026-05-01T09:00:00Z',
  '{"subjective_allergies": [{"allergen": "Latex", "reaction": "hives"}]}'
);

select tests.sign_in_as('dr-amara');
create temporary table retaken on commit drop as
  select public.create_context_snapshot(tests.encounter_id('dr-amara', 'alice')) as second;
select is(second #>> '{snapshot,snapshot_version}', '2', 'P01 a changed record makes a new version') from retaken;
select isnt(second #>> '{snapshot,record_version}', first #>> '{snapshot,record_version}', 'of another record') from taken, retaken;
select is(
  jsonb_path_query_array(second, '$.snapshot.allergies[*].allergen'), '["Latex", "Penicillin"]',
  'a note signed but never merged is in it; an unknown severity stands above a moderate one'
) from retaken;
select is(second #> '{snapshot,allergies,0,severity}', 'null', 'and is not guessed') from retaken;
select is(
  (select encounter_status from public.video_call_sessions where id = tests.encounter_id('dr-amara', 'alice')),
  'in_call', 'the encounter does not move back'
);

select * from finish();
rollback;
