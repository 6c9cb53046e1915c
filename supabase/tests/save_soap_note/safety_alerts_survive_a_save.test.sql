begin;
select plan(8);

select tests.sign_in_as('dr-amara');
create temporary table note on commit drop as
  select tests.save_note(
    tests.encounter_id('dr-amara', 'alice'),
    jsonb_set(tests.full_note(), '{safetyAlerts,0}', '{"id": "s1", "alert_type": "red_flag", "severity": "critical", "message": "Chest pain", "status": "dismissed", "dismissed_reason": "by the note itself"}')
  ) as id;
select is(
  (select row(status, dismissed_reason)::text from public.soap_safety_alerts where soap_note_id = note.id), '(open,)',
  'an alert enters open, whatever the note says'
) from note;

select tests.save_note(tests.encounter_id('dr-amara', 'alice'), '{}');
select is((select count(*) from public.soap_safety_alerts where soap_note_id = note.id), 1::bigint, 'leaving it out does not remove it') from note;

select tests.save_note(
  tests.encounter_id('dr-amara', 'alice'),
  '{"safetyAlerts": [{"id": "s1", "alert_type": "other", "severity": "info", "message": "harmless", "status": "dismissed"}]}'
);
select is(
  (select row(alert_type, severity, message, status)::text from public.soap_safety_alerts where soap_note_id = note.id),
  '(red_flag,critical,"Chest pain",open)', 'sending it back changed does not change it'
) from note;

select public.dismiss_safety_alert('s1', 'Seen and examined');
select tests.save_note(tests.encounter_id('dr-amara', 'alice'), tests.full_note());
select is(
  (select row(status, dismissed_reason)::text from public.soap_safety_alerts where soap_note_id = note.id),
  '(dismissed,"Seen and examined")', 'a dismissal survives a save'
) from note;

select is(
  tests.refusal(public.save_soap_note(
    tests.encounter_id('dr-amara', 'alice'),
    jsonb_build_object('safetyAlerts', (
      select jsonb_agg(jsonb_build_object('id', 'more-' || n, 'alert_type', 'x', 'severity', 'info', 'message', 'm')) from generate_series(1, 200) as n
    ))
  )),
  'INVALID_REQUEST', 'no note gathers more than two hundred'
);

-- A draft after the edit: the note stays, what is dangerous joins it, though the note has all a clinician may add.
select tests.save_note(
  tests.encounter_id('dr-amara', 'alice'),
  tests.full_note() || jsonb_build_object('safetyAlerts', (
    select jsonb_agg(jsonb_build_object('id', 'more-' || n, 'alert_type', 'x', 'severity', 'info', 'message', 'm')) from generate_series(1, 199) as n
  ))
);
create temporary table drafted on commit drop as
  select tests.begin_draft(tests.encounter_id('dr-amara', 'alice')) ->> 'draft_id' as draft_id;
create temporary table done on commit drop as
  select tests.complete_draft(
    draft_id::uuid,
    '{"safetyAlerts": [{"id": "s2", "alert_type": "red_flag", "severity": "critical", "message": "Stroke signs"}]}',
    tests.lease_id(draft_id::uuid)
  ) as answer from drafted;
select set_eq(
  format('select id || '' '' || status from public.soap_safety_alerts where soap_note_id = %L and id not like ''more-%%''', note.id),
  array['s1 dismissed', 's2 open'], 'a danger a later draft finds joins the edited note'
) from note;
select lives_ok(
  format('select tests.save_note(%L, %L)', tests.encounter_id('dr-amara', 'alice'), answer -> 'soap_note'),
  'a note with more than two hundred is saved as it was read'
) from done;
select is(
  (select plan.description from public.soap_plan_items as plan where soap_note_id = note.id), 'Review', 'which stays as it was otherwise'
) from note;

select * from finish();
rollback;
