begin;
select plan(15);

select tests.sign_in_as('dr-amara');

create function pg_temp.alerts(p_note_id uuid) returns text
language sql
as $$
  select string_agg(concat_ws(' ', id, severity, status, dismissed_reason), ', ' order by id)
  from public.soap_safety_alerts where soap_note_id = p_note_id
$$;

create temporary table note on commit drop as
  select encounter_id, tests.full_note() || '{"safetyAlerts": [
      {"id": "s1", "alert_type": "interaction", "severity": "warning", "message": "NSAID with ACE inhibitor"},
      {"id": "s2", "alert_type": "red_flag", "severity": "critical", "message": "Stroke signs"},
      {"id": "s3", "alert_type": "red_flag", "severity": "critical", "message": "Chest pain"}
    ]}' as content
  from (select tests.encounter_id('dr-amara', 'alice') as encounter_id) as encounter;
create temporary table signed on commit drop as
  select (tests.draft(encounter_id, content) ->> 'soap_note_id')::uuid as id from note;
select public.dismiss_safety_alert('s2', 'examined: none');
select public.review_soap_draft(
  encounter_id, tests.note_revision(encounter_id), '[{"section": "plan.items", "id": "i1", "decision": "reject", "text": "not agreed"}]'
) from note;
select tests.save_note(encounter_id, jsonb_set(content, '{plan,items}', '[]')) from note;
select tests.accept_all(encounter_id) from note;
select is(tests.refusal(public.sign_soap_note(id)), null, 'a reviewed note is signed') from signed;

select is(
  tests.refusal(public.amend_soap_note(id, changed, 'a typo')), 'REVIEW_INCOMPLETE', 'it is not amended by ' || what
)
from note, signed, (
  values
    ('a critical alert nobody decided', '{safetyAlerts,0}', '{"id": "new", "alert_type": "x", "severity": "critical", "message": "m"}'::jsonb),
    ('a question nobody answered', '{meta,aiFlags,needs_clinician_confirmation}', '[{"itemId": null, "reason": "really?", "evidence": []}]'),
    ('an item that was rejected', '{plan,items}', '[{"id": "new", "category": "follow_up", "description": "review", "due": "3 months"}]')
) as changes (what, path, value)
cross join lateral jsonb_set(jsonb_set(content, '{plan,items}', '[]'), path::text[], value) as changed;
select is((select count(*) from public.soap_notes where amends_note_id is not null), 0::bigint, 'a refusal writes no note');
select tests.sign_out();
select is(
  (select count(*) from audit.events where rpc = 'amend_soap_note' and outcome = 'REVIEW_INCOMPLETE' and actor_id = tests.user_id('dr-amara')),
  3::bigint, 'U02 but a row of the audit each'
);
select is(status, 'signed', 'the note stands as it was') from signed join public.soap_notes using (id);
select tests.sign_in_as('dr-amara');

create temporary table amended on commit drop as
  select (public.amend_soap_note(id, '{"assessment": {"problems": [{"id": "p", "diagnosis_name": "Migraine"}]}}', 'a typo') ->> 'soapNoteId')::uuid as id
  from signed;
select is(
  pg_temp.alerts(id), 's1 warning open, s2 critical dismissed examined: none, s3 critical open',
  'what the note warned of the amendment warns of, as it was answered'
) from amended;
select is(dismissed_by, tests.user_id('dr-amara'), 'by whom is kept')
from amended join public.soap_safety_alerts on soap_note_id = amended.id and soap_safety_alerts.id = 's2';
select tests.sign_out();
select is(content_sha256, private.soap_note_sha256(id), 'and signed with it') from amended join public.soap_notes using (id);
select is(private.open_review(id), '[]', 'what was decided of the note is decided of the amendment') from amended;

-- An amendment of an amendment is no way around either.
select tests.sign_in_as('dr-amara');
select is(
  tests.refusal(public.amend_soap_note(
    id, '{"plan": {"items": [{"id": "x", "category": "follow_up", "description": "Review", "due": "3 months"}]}}', 'back'
  )),
  'REVIEW_INCOMPLETE', 'nor is the amendment amended by what was rejected'
) from amended;
create temporary table second on commit drop as
  select (public.amend_soap_note(id, '{"plan": {"items": [{"id": "x", "category": "follow_up", "description": "Review", "due": "2 months"}]}}', 'back') ->> 'soapNoteId')::uuid as id
  from amended;
select is(pg_temp.alerts(second.id), pg_temp.alerts(amended.id), 'what is stated anew is the amendment''s') from second, amended;

-- What was signed while it stood open was signed with it: nobody is locked out of an old note.
select tests.sign_out();
create temporary table old on commit drop as
  select tests.signed_note(
    tests.user_id('carol'), '2026-01-10T10:00Z',
    '{"safety_alerts": [{"id": "o1", "alert_type": "red_flag", "severity": "critical", "message": "Chest pain", "status": "open"}]}',
    p_meta => '{"aiFlags": {"missing_critical_info": [], "needs_clinician_confirmation": [{"itemId": null, "reason": "dose", "evidence": []}]}}'
  ) as id;
grant select on old to authenticated;
select tests.sign_in_as('dr-amara');
select is(
  tests.refusal(public.amend_soap_note(
    id, '{"meta": {"aiFlags": {"needs_clinician_confirmation": [{"itemId": null, "reason": "dose", "evidence": []}]}}}', 'a typo'
  )), null, 'a note of before there was a review can be amended'
) from old;
select is(
  (select count(*) from public.soap_safety_alerts where soap_note_id in (select notes.id from public.soap_notes as notes join old on notes.amends_note_id = old.id)),
  1::bigint, 'and keeps its alert'
);

select * from finish();
rollback;
