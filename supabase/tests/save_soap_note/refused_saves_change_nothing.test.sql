begin;
select plan(37);


select tests.sign_in_as('alice');
select is(tests.refusal(public.save_soap_note(tests.encounter_id('dr-amara', 'alice'), '{}')), 'FORBIDDEN', 'the patient writes no note');
select tests.sign_in_as('bob');
select is(tests.refusal(public.save_soap_note(tests.encounter_id('dr-amara', 'alice'), '{}')), 'SESSION_NOT_FOUND', 'a stranger finds no encounter');
select tests.sign_in_as('dr-okoye');
select is(tests.refusal(public.save_soap_note(tests.encounter_id('dr-amara', 'alice'), '{}')), 'SESSION_NOT_FOUND', 'nor another provider');

select tests.sign_in_as('dr-amara');
select is(
  tests.refusal(public.save_soap_note(tests.encounter_id('dr-amara', 'alice'), note)), 'INVALID_REQUEST',
  'INVALID_REQUEST for ' || what
)
from (values
  ('a note that is no object', '[]'::jsonb),
  ('an unknown key', '{"signature": "me"}'),
  ('an unknown key in a section', '{"plan": {"surgeries": []}}'),
  ('an unknown key in an item', '{"plan": {"items": [{"id": "1", "category": "other", "description": "x", "colour": "red"}]}}'),
  ('a number where words belong', '{"plan": {"items": [{"id": "1", "category": "other", "description": 5}]}}'),
  ('a blank value', '{"plan": {"items": [{"id": "1", "category": "other", "description": " "}]}}'),
  ('a value that shows nothing', U&'{"objective": {"diagnostics": [{"id": "1", "test_name": "x", "result_value": "\200B\2060"}]}}'),
  ('an allergen nobody can see', U&'{"subjective": {"allergies": [{"id": "1", "allergen": "\200B\200B"}]}}'),
  ('a drug that is a mark', '{"plan": {"medications": [{"id": "1", "medication_name": "..."}]}}'),
  ('a gap nobody can read', U&'{"meta": {"aiFlags": {"missing_critical_info": ["\FEFF"]}}}'),
  ('a missing required value', '{"plan": {"items": [{"id": "1", "category": "other"}]}}'),
  ('an item without id', '{"plan": {"items": [{"category": "other", "description": "x"}]}}'),
  ('two items of one id', '{"coding": [{"id": "1", "code_system": "CPT", "code": "1"}, {"id": "1", "code_system": "CPT", "code": "2"}]}'),
  ('a word outside its list', '{"plan": {"items": [{"id": "1", "category": "magic", "description": "x"}]}}'),
  ('a severity nobody has', '{"subjective": {"allergies": [{"id": "1", "allergen": "x", "severity": "awful"}]}}'),
  ('evidence that points nowhere', '{"coding": [{"id": "1", "code_system": "CPT", "code": "1", "evidence": [{"kind": "hearsay"}]}]}'),
  ('evidence with half an offset', '{"coding": [{"id": "1", "code_system": "CPT", "code": "1", "evidence": [{"kind": "transcript", "sequence": 1, "start": 0.5, "end": 2, "quote": "x"}]}]}'),
  ('a list state nobody has', '{"subjective": {"listStates": {"allergies": "maybe"}}}'),
  ('another schema version', '{"schemaVersion": "2"}'),
  ('a status smuggled into meta (L12)', '{"meta": {"status": "signed"}}'),
  ('more than 500 items (I17)', jsonb_build_object('plan', jsonb_build_object('items', (select jsonb_agg('{}'::jsonb) from generate_series(1, 501)))))
) as wrong (what, note);
select is(
  tests.refusal(public.save_soap_note(tests.encounter_id('dr-amara', 'alice'), note)), 'INVALID_REQUEST',
  'I17 INVALID_REQUEST for ' || what
)
from (values
  ('a drug name of a million characters', jsonb_build_object('plan', jsonb_build_object('medications', jsonb_build_array(
    jsonb_build_object('id', '1', 'medication_name', repeat('x', 1000000), 'status', 'started'))))),
  ('ten thousand drugs', jsonb_build_object('plan', jsonb_build_object('medications', (
    select jsonb_agg(jsonb_build_object('id', n::text, 'medication_name', 'Aspirin', 'status', 'started')) from generate_series(1, 10000) as n))))
) as wrong (what, note);
select is(
  tests.refusal(public.save_soap_note(tests.encounter_id('dr-amara', 'alice'), jsonb_build_object(
    'objective', jsonb_build_object('vitalSigns', jsonb_build_array(
      jsonb_build_object('id', '1', 'vital_name', 'x', 'vital_value', '1', 'measured_at', moment)))))), 'INVALID_REQUEST',
  'I19 INVALID_REQUEST for a moment that does not exist: ' || moment
)
from unnest(array[
  '2026-02-30T10:00:00Z', '0000-00-00T00:00:00Z', '10000-01-01T00:00:00Z', '2026-01-01T24:00:00Z', '2016-12-31T23:59:60Z',
  '2026-01-01T10:00:00+24:00', 'infinity'
]) as moments (moment);

select tests.sign_out();
select is(private.is_note_text('"+"'), true, 'a result that is a mark says something');
select is(
  (select count(*) from public.soap_notes where encounter_id = tests.encounter_id('dr-amara', 'alice')), 0::bigint,
  'no note came of it'
);
select tests.sign_in_as('dr-amara');
select unalike(
  public.save_soap_note(
    tests.encounter_id('dr-amara', 'alice'),
    '{"plan": {"items": [{"id": "1", "category": "canary-word", "description": "x"}]}}'
  )::text, '%canary%', 'H02 a refusal echoes no value'
);
select is(
  tests.refusal(public.save_soap_note(
    tests.encounter_id('dr-amara', 'alice'),
    jsonb_set(tests.full_note(), '{assessment,problems,0,notes}', to_jsonb('''; drop table public.users; -- $$ \'::text))
  )), null, 'I20 metacharacters of SQL are just words'
);

select * from finish();
rollback;
