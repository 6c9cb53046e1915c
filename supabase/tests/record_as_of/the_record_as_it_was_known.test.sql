begin;
select plan(37);

select tests.new_patient();
-- What is known is told apart from what it speaks of: the older visit is merged last.
create temporary table moment on commit drop as select 0 as at, clock_timestamp() as time;
grant select on moment to authenticated;
select tests.visit('2026-03-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex", "severity": "mild"}]}');
insert into moment select 1, clock_timestamp();
create temporary table note on commit drop as
select tests.signed_note(tests.pat(), '2026-01-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex", "severity": "severe"}, {"allergen": "Egg"}]}') as late;
grant select on note to authenticated;
insert into moment select 2, clock_timestamp();
select tests.merge(late) from note;
insert into moment select 3, clock_timestamp();
create temporary table known on commit drop as select tests.record() as record;
grant select on known to authenticated;

select tests.sign_in_as('alice');
select is(
  public.record_as_of(tests.pat(), now()), public.record_as_of(gen_random_uuid(), now()),
  'A45 a patient one is not and one who does not exist answer alike'
);
select is(tests.refusal(public.record_as_of(tests.pat(), now())), 'PATIENT_NOT_FOUND', 'A22 another patient');
select is(tests.refusal(public.record_as_of(tests.user_id('alice'), null)), 'MISSING_PARAMS', 'no time');
select tests.sign_in_as('dr-okoye');
select is(tests.refusal(public.record_as_of(tests.pat(), now())), 'PATIENT_NOT_FOUND', 'A25 a provider without a care relationship');
select is(tests.refusal(public.record_diff(tests.pat(), now(), now())), 'PATIENT_NOT_FOUND', 'A25 nor the difference');
select tests.sign_in_as('dr-amara');
select is(tests.refusal(public.record_diff(tests.pat(), null, now())), 'MISSING_PARAMS', 'a difference from nowhen');
select is(tests.refusal(public.record_diff(tests.pat(), now(), null)), 'MISSING_PARAMS', 'or to it');
select is(tests.refusal(public.record_diff(tests.pat(), now(), now() - interval '1 second')), 'INVALID_REQUEST', 'or backwards');

select is(
  tests.refusal(public.record_as_of(tests.pat(), moment::timestamptz)), 'INVALID_REQUEST', 'I19 no time a client could write: ' || moment
) from unnest(array['infinity', '-infinity', '0044-03-15T00:00:00Z BC', '10000-01-01T00:00:00Z']) as moments (moment);
select is(
  tests.refusal(public.record_diff(tests.pat(), pair.since::timestamptz, pair.until::timestamptz)), 'INVALID_REQUEST',
  'I19 nor between such: ' || pair.since || ' and ' || pair.until
) from (values
  ('-infinity', 'infinity'), ('2026-01-01T00:00:00Z', 'infinity'), ('0044-03-15T00:00:00Z BC', '2026-01-01T00:00:00Z'),
  ('2026-01-01T00:00:00Z', '10000-01-01T00:00:00Z')
) as pair (since, until);
select is(
  public.record_as_of(tests.pat(), moment::timestamptz) ->> 'at', moment, 'I19 the first and the last there are'
) from unnest(array['0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999999Z']) as moments (moment);
select tests.sign_in_as('dr-okoye');
select is(tests.refusal(public.record_as_of(tests.pat(), 'infinity')), 'PATIENT_NOT_FOUND', 'A25 who may not read learns nothing of times');
select is(tests.refusal(public.record_diff(tests.pat(), 'infinity', null)), 'PATIENT_NOT_FOUND', 'A25 nor of two');
select tests.sign_in_as('dr-amara');

create temporary table seen on commit drop as
select at, public.record_as_of(tests.pat(), time) as answer from moment;
select is(answer -> 'recordVersion', 'null', 'before the first merge there was no record') from seen where at = 0;
select is(answer #> '{record,allergies}', '[]', 'so it reads empty') from seen where at = 0;
select is(answer #>> '{record,allergies,0,severity}', 'mild', 'then what was merged by then') from seen where at = 1;
select is((select answer - 'at' from seen where at = 2), answer - 'at', 'a signature alone makes nothing known') from seen where at = 1;
select is(answer -> 'record', record, 'at last what is known now') from seen, known where at = 3;
select is(answer ->> 'recordVersion', answer #>> '{record,metadata,record_version}', 'and the journal names the version') from seen where at = 3;

create temporary table difference on commit drop as
select public.record_diff(tests.pat(), a.time, b.time) as answer from moment as a, moment as b where a.at = 1 and b.at = 3;
select is(jsonb_array_length(answer -> 'events'), 1, 'the difference names the merge') from difference;
select is(answer #>> '{events,0,soapNoteId}', late::text, 'of its note') from difference, note;
select is(answer #>> '{events,0,kind}', 'merge', 'as what it was') from difference;
select is(
  (select jsonb_agg(item -> 'change' order by item ->> 'change') from jsonb_array_elements(answer #> '{changes,items}') as item),
  '["added", "updated"]', 'and what changed'
) from difference;
select is(answer #>> '{changes,conflicts,opened,0,kind}', 'lower_allergy_severity', 'with the question it opened') from difference;

select public.resolve_conflict((record #>> '{conflicts,0,id}')::uuid, 'accept', null, 'patch test') from known;
select tests.sign_out();
insert into moment select 4, clock_timestamp();
select tests.sign_in_as('dr-amara');
select public.retract_soap_note(late, 'wrong patient') from note;
select is(public.record_as_of(tests.pat(), time) #>> '{record,allergies,0,severity}', 'severe', 'before the decision')
from moment where at = 3;
select is(public.record_as_of(tests.pat(), time) #>> '{record,allergies,0,severity}', 'mild', 'after it') from moment where at = 4;
select is(
  (select count(*) from public.record_as_of(tests.pat(), time) as answer, jsonb_array_elements(answer #> '{record,allergies}')),
  2::bigint, 'with the note that was retracted since'
) from moment where at = 4;
select is(
  public.record_as_of(tests.pat(), clock_timestamp()) -> 'record',
  public.get_patient_history(tests.pat()) -> 'record', 'now without it'
);
select is(
  (select jsonb_agg(event -> 'kind') from jsonb_array_elements(public.record_diff(tests.pat(), time, clock_timestamp()) -> 'events') as event),
  '["decision", "retraction"]', 'the difference names both'
) from moment where at = 3;
select is(
  public.record_diff(tests.pat(), time, time) -> 'changes', '{"items": [], "conflicts": {"opened": [], "closed": []}}', 'a moment does not differ from itself'
) from moment where at = 3;

select * from finish();
rollback;
