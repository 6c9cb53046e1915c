begin;
select plan(12);

select tests.sign_in_as('dr-amara');
create temporary table answer on commit drop as
  select public.create_context_snapshot(tests.encounter_id('dr-amara', 'alice')) -> 'snapshot' as snapshot;

select is(snapshot ->> 'snapshot_version', '1', 'A05 the encounter''s provider gets the first version') from answer;
select is(snapshot #>> '{patient_demographics,full_name}', 'Alice Example', 'the patient is named') from answer;
select is(snapshot #>> '{patient_demographics,id}', tests.user_id('alice')::text, 'the patient is users.id, not the Firebase uid') from answer;
select is(snapshot #>> '{appointment_context,chief_complaint}', 'Blood pressure check', 'the booking is told') from answer;
select is(snapshot #>> '{allergies,0,allergen}', 'Penicillin', 'the allergy of the signed note is there') from answer;
select is(snapshot #>> '{active_conditions,0,icd10}', 'I10', 'the condition is there') from answer;
select is(snapshot #>> '{current_medications,0,dose}', '10 mg', 'the medication is there with its dose') from answer;
select is(snapshot #>> '{list_states,surgical_history}', 'none_known', 'asked and none is told apart') from answer;
select is(snapshot #>> '{list_states,social_history}', 'not_asked', 'from never asked') from answer;
select matches(snapshot ->> 'recent_notes_summary', '^2026-03-10, Dr\. Amara Nwosu: ', 'past visits are summed up') from answer;

select is(
  (select encounter_status from public.video_call_sessions where id = tests.encounter_id('dr-amara', 'alice')),
  'precheck_open', 'the encounter moves to precheck_open'
);
select is(
  (select context_snapshot_id::text from public.video_call_sessions where id = tests.encounter_id('dr-amara', 'alice')),
  (select snapshot ->> 'id' from answer), 'and points at the snapshot'
);

select * from finish();
rollback;
