begin;
select plan(7);

select tests.sign_in_as('dr-amara');
create temporary table note on commit drop as
  select public.save_soap_note(
    tests.encounter_id('dr-amara', 'alice'),
    jsonb_set(tests.full_note(), '{safetyAlerts,0}', '{"id": "s1", "alert_type": "red_flag", "severity": "critical", "message": "Chest pain", "status": "dismissed", "dismissed_reason": "by the note itself"}')
  ) as id;
select is(
  (select row(status, dismissed_reason)::text from public.soap_safety_alerts where soap_note_id = note.id), '(open,)',
  'an alert enters open, whatever the note says'
) from note;

select public.save_soap_note(tests.encounter_id('dr-amara', 'alice'), '{}');
select is((select count(*) from public.soap_safety_alerts where soap_note_id = note.id), 1::bigint, 'leaving it out does not remove it') from note;

select public.save_soap_note(
  tests.encounter_id('dr-amara', 'alice'),
  '{"safetyAlerts": [{"id": "s1", "alert_type": "other", "severity": "info", "message": "harmless", "status": "dismissed"}]}'
);
select is(
  (select row(alert_type, severity, message, status)::text from public.soap_safety_alerts where soap_note_id = note.id),
  '(red_flag,critical,"Chest pain",open)', 'sending it back changed does not change it'
) from note;

select public.dismiss_safety_alert('s1', 'Seen and examined');
select public.save_soap_note(tests.encounter_id('dr-amara', 'alice'), tests.full_note());
select is(
  (select row(status, dismissed_reason)::text from public.soap_safety_alerts where soap_note_id = note.id),
  '(dismissed,"Seen and examined")', 'a dismissal survives a save'
) from note;

select throws_ok(
  format(
    'select public.save_soap_note(%L, %L)', tests.encounter_id('dr-amara', 'alice'),
    jsonb_build_object('safetyAlerts', (
      select jsonb_agg(jsonb_build_object('id', 'more-' || n, 'alert_type', 'x', 'severity', 'info', 'message', 'm')) from generate_series(1, 200) as n
    ))
  ),
  'PT400', null, 'no note gathers more than two hundred'
);

-- A draft after the edit: the note stays, what is dangerous joins it.
create temporary table drafted on commit drop as
  select tests.begin_draft(tests.encounter_id('dr-amara', 'alice')) ->> 'draft_id' as draft_id;
create temporary table done on commit drop as
  select tests.complete_draft(
    draft_id::uuid,
    '{"safetyAlerts": [{"id": "s2", "alert_type": "red_flag", "severity": "critical", "message": "Stroke signs"}]}',
    tests.lease_id(draft_id::uuid)
  ) as answer from drafted;
select set_eq(
  format('select id || '' '' || status from public.soap_safety_alerts where soap_note_id = %L', note.id),
  array['s1 dismissed', 's2 open'], 'a danger a later draft finds joins the edited note'
) from note;
select is(
  (select plan.description from public.soap_plan_items as plan where soap_note_id = note.id), 'Review', 'which stays as it was otherwise'
) from note;

select * from finish();
rollback;
