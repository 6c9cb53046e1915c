begin;
select plan(4);

update public.video_call_sessions set encounter_status = 'in_call' where id = tests.encounter_id('dr-amara', 'alice');
select throws_ok(
  $$update public.video_call_sessions set encounter_status = 'scheduled' where id = tests.encounter_id('dr-amara', 'alice')$$,
  '23514', null, 'an encounter does not move back'
);
select lives_ok(
  $$update public.video_call_sessions set encounter_status = 'call_ended' where id = tests.encounter_id('dr-amara', 'alice')$$,
  'but forward'
);
select lives_ok(
  $$update public.video_call_sessions set encounter_status = 'call_ended' where id = tests.encounter_id('dr-amara', 'alice')$$,
  'or nowhere'
);
select tests.sign_in_as('dr-amara');
select public.create_context_snapshot(tests.encounter_id('dr-amara', 'alice'));
select is(
  (select encounter_status from public.video_call_sessions where id = tests.encounter_id('dr-amara', 'alice')), 'call_ended',
  'a snapshot taken late does not move it back'
);

select * from finish();
rollback;
