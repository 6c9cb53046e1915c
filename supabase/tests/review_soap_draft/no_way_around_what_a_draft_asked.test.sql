begin;
select plan(28);

select tests.sign_in_as('dr-amara');

create function pg_temp.open_sections(p_encounter_id uuid) returns text
language sql
as $$
  select string_agg(item ->> 'section', ' ' order by item ->> 'section')
  from jsonb_array_elements(public.review_soap_draft(p_encounter_id, tests.note_revision(p_encounter_id), '[]') -> 'open') as item
$$;

create function pg_temp.decide(p_encounter_id uuid, p_section text, p_id text, p_decision text, p_text text default null) returns jsonb
language sql
as $$
  select public.review_soap_draft(
    p_encounter_id, tests.note_revision(p_encounter_id),
    jsonb_build_array(jsonb_build_object('section', p_section, 'id', p_id, 'decision', p_decision, 'text', p_text))
  )
$$;

-- A note that was there before the draft, with alerts under every id the draft's might take.
create temporary table danger_to_come on commit drop as
  select tests.full_note() #> '{safetyAlerts,0}' || '{"severity": "critical"}' as item;
create temporary table planted on commit drop as
  select jsonb_agg(jsonb_build_object('id', id, 'alert_type', 'other', 'severity', 'info', 'message', 'nothing')) as alerts
  from danger_to_come, lateral (
    values
      (item ->> 'id'),
      (left(encode(sha256(convert_to((item - 'evidence')::text, 'UTF8')), 'hex'), 32)),
      (left(encode(sha256(convert_to(jsonb_build_array(item - '{id,evidence}'::text[], 1)::text, 'UTF8')), 'hex'), 32))
  ) as ids (id);
create temporary table alice on commit drop as
  select tests.encounter_id('dr-amara', 'alice') as encounter_id,
    tests.save_note(
      tests.encounter_id('dr-amara', 'alice'),
      '{"plan": {"items": [{"id": "mine", "category": "other", "description": "my words"}]}}'
        || jsonb_build_object('safetyAlerts', alerts)
    ) as note_id
  from planted;
select is(pg_temp.open_sections(encounter_id), null, 'nothing asked, nothing open') from alice;
select tests.draft(encounter_id, jsonb_set(tests.full_note(), '{safetyAlerts,0,severity}', '"critical"')) from alice;
select is(
  pg_temp.open_sections(encounter_id), 'confirmation safetyAlerts', 'what a draft asks is asked of a note that was there before it'
) from alice;
select is(
  (select count(*) from public.soap_safety_alerts where soap_note_id = note_id), 4::bigint,
  'a danger is not silenced by other alerts under its id and those it would take instead'
) from alice;
select is(tests.refusal(public.sign_soap_note(note_id)), 'REVIEW_INCOMPLETE', 'and signing waits for it') from alice;
select tests.draft(encounter_id, jsonb_set(tests.full_note(), '{safetyAlerts,0,severity}', '"critical"'), 'another-model') from alice;
select is(
  (select count(*) from public.soap_safety_alerts where soap_note_id = note_id), 4::bigint, 'the same danger found again is the same alert'
) from alice;

-- A critical alert is not waved away without a word.
create temporary table danger on commit drop as
  select alerts.id from public.soap_safety_alerts as alerts join alice on soap_note_id = note_id where severity = 'critical';
select is(
  tests.refusal(pg_temp.decide(encounter_id, 'safetyAlerts', id, 'reject')), 'MISSING_PARAMS', 'a critical alert is not rejected without a reason'
) from alice, danger;
select is(
  tests.refusal(pg_temp.decide(encounter_id, 'safetyAlerts', id, 'reject', U&'\200B \2060')), 'INVALID_REQUEST', 'nor with one that shows nothing'
) from alice, danger;
select is(pg_temp.open_sections(encounter_id), 'confirmation safetyAlerts', 'refusals decide nothing') from alice;
select is(
  tests.refusal(pg_temp.decide(encounter_id, 'safetyAlerts', id, 'reject', 'taken together for years')), null, 'with a reason it is'
) from alice, danger;

-- What was rejected is rejected under every id.
select tests.accept_all(encounter_id) from alice;
select is(pg_temp.decide(encounter_id, 'plan.items', 'mine', 'reject') #>> '{open,0,id}', 'mine', 'a rejected item stands in the note') from alice;
select case
    when tests.save_note(encounter_id, jsonb_build_object('plan', jsonb_build_object('items', jsonb_build_array(item)))) is not null
    then is(pg_temp.open_sections(encounter_id), 'plan.items', 'it is the same ' || how)
  end
from alice, (
  values
    ('{"id": "other", "category": "other", "description": "my words"}'::jsonb, 'under another id'),
    ('{"id": "other", "category": "other", "description": " My  words"}', 'in other letters and spaces'),
    ('{"id": "other", "category": "other", "description": "my\n\twords"}', 'on two lines'),
    ('{"id": "other", "category": "other", "description": "my\u200b w\u00adords"}', 'with what does not show'),
    (U&'{"id": "other", "category": "other", "description": "\FF4D\FF59\3000\FF57\FF4F\FF52\FF44\FF53"}', 'in full-width letters'),
    ('{"id": "other", "category": "other", "description": "my words", "evidence": [{"kind": "snapshot", "itemId": "x"}]}', 'on other evidence')
) as again (item, how);
select is(tests.refusal(public.sign_soap_note(note_id)), 'REVIEW_INCOMPLETE', 'and keeps the note from being signed') from alice;
select is(pg_temp.decide(encounter_id, 'plan.items', 'other', 'accept') -> 'open', '[]', 'until its provider accepts it after all') from alice;
select tests.save_note(encounter_id, '{"plan": {"items": [{"id": "mine", "category": "other", "description": "quite other words"}]}}') from alice;
select is(pg_temp.open_sections(encounter_id), null, 'or says something else') from alice;
select is(tests.refusal(public.sign_soap_note(note_id)), null, 'then it is signed') from alice;

-- A retracted note's draft is there again, and asks again.
select public.retract_soap_note(note_id, 'wrong visit') from alice;
create temporary table again on commit drop as select tests.begin_draft(encounter_id, 'another-model') as answer from alice;
select is(answer ->> 'soap_status', 'draft_ready', 'P01 the same inputs answer the finished draft') from again;
select isnt(answer ->> 'soap_note_id', null, 'and make it the open note') from again;
select is(soap_status, 'draft_ready', 'as the app can see') from alice join public.video_call_sessions on id = encounter_id;
select is(pg_temp.open_sections(encounter_id), 'confirmation safetyAlerts', 'with all its questions') from alice;
select is(
  tests.refusal(public.sign_soap_note((answer ->> 'soap_note_id')::uuid)), 'REVIEW_INCOMPLETE', 'what was decided of the retracted note is not decided of this one'
) from again;

-- And so it is for a note written by hand in its place.
create temporary table carol on commit drop as
  select encounter_id, (tests.draft(encounter_id, jsonb_set(tests.full_note(), '{safetyAlerts,0,severity}', '"critical"')) ->> 'soap_note_id')::uuid as note_id
  from (select tests.encounter_id('dr-amara', 'carol') as encounter_id) as encounter;
select tests.accept_all(encounter_id) from carol;
select public.sign_soap_note(note_id), public.retract_soap_note(note_id, 'wrong visit') from carol;
select tests.save_note(encounter_id, '{}') from carol;
select is(pg_temp.open_sections(encounter_id), 'confirmation safetyAlerts', 'a note saved in its place is asked the same') from carol;

-- Who accepted a warning accepted no danger that a later draft finds under its id.
select tests.sign_in_as('dr-okoye');
create temporary table bob on commit drop as
  select tests.encounter_id('dr-okoye', 'bob') as encounter_id, tests.draft(tests.encounter_id('dr-okoye', 'bob')) as answer;
select tests.accept_all(encounter_id) from bob;
select is(pg_temp.decide(encounter_id, 'safetyAlerts', 's1', 'accept') -> 'open', '[]', 'a warning is accepted') from bob;
select tests.draft(
  encounter_id, jsonb_set(tests.full_note(), '{safetyAlerts,0}', tests.full_note() #> '{safetyAlerts,0}' || '{"severity": "critical"}'), 'another-model'
) from bob;
select is(pg_temp.open_sections(encounter_id), 'safetyAlerts', 'a danger under its id is asked anew') from bob;

select * from finish();
rollback;
