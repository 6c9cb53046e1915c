begin;
select plan(18);

select tests.new_patient();
select tests.visit('2026-01-10T10:00Z', '{"subjective_allergies": [{"allergen": "Penicillin", "severity": "severe"}]}');
insert into public.appointments (id, patient_id, provider_id, scheduled_start)
values ('c1000000-0000-4000-8000-000000000001', tests.pat(), tests.user_id('dr-amara'), '2026-02-10T10:00Z');
insert into public.video_call_sessions (id, appointment_id, patient_id, provider_id)
values ('e1000000-0000-4000-8000-000000000001', 'c1000000-0000-4000-8000-000000000001', tests.pat(), tests.user_id('dr-amara'));
select tests.sign_in_as('dr-amara');
create temporary table draft on commit drop as
select tests.save_note(
  'e1000000-0000-4000-8000-000000000001',
  '{"plan": {"medications": [{"id": "1", "medication_name": "Amoxicillin", "dose": "500 mg", "frequency": "three times daily", "route": "oral"}]}, "subjective": {"allergies": [{"id": "1", "allergen": "Penicillin", "severity": "mild"}]}}'
) as id;

select tests.sign_in_as('alice');
select is(tests.refusal(public.merge_preview(id)), 'FORBIDDEN', 'A21 a patient is answered by their role') from draft;
select tests.sign_in_as('dr-okoye');
select is(public.merge_preview(id), public.merge_preview(gen_random_uuid()), 'A45 another provider finds nothing') from draft;
select is(tests.refusal(public.merge_preview(id)), 'NOT_FOUND', 'A25 the same as for what is not there') from draft;

select tests.sign_in_as('dr-amara');
create temporary table before on commit drop as
select (select jsonb_agg(note order by id) from public.soap_notes as note) as notes, (select jsonb_agg(ledger order by soap_note_id) from public.soap_note_merges as ledger) as merges,
  (select jsonb_agg(conflict order by id) from public.record_conflicts as conflict) as conflicts,
  (select cumulative_medical_record from public.patient_profiles where user_id = tests.pat()) as record;
create temporary table preview on commit drop as select public.merge_preview(id) as said from draft;
select is(said ->> 'status', 'draft', 'its provider sees what a draft would do') from preview;
select is(said #>> '{recordVersion}', record #>> '{metadata,record_version}', 'to the record there is') from preview, before;
select is(said -> 'totalVisits', '2', 'the visit would count') from preview;
select is(said #>> '{changes,items,0,change}', 'added', 'the drug would be added') from preview;
select is(said #>> '{changes,items,0,after,name}', 'Amoxicillin', 'with what it says') from preview;
select is(
  (select string_agg(conflict ->> 'kind', ', ' order by conflict ->> 'kind') from jsonb_array_elements(said #> '{changes,conflicts,opened}') as conflict),
  'drug_allergy, lower_allergy_severity', 'and two questions would be asked'
) from preview;
select is(public.merge_preview(id), said, 'a preview answers the same again') from draft, preview;
select is((select jsonb_agg(note order by id) from public.soap_notes as note), notes, 'no note changed') from before;
select is((select jsonb_agg(ledger order by soap_note_id) from public.soap_note_merges as ledger), merges, 'nothing was merged') from before;
select is((select jsonb_agg(conflict order by id) from public.record_conflicts as conflict), conflicts, 'no conflict was opened') from before;
select is(cumulative_medical_record, record, 'the record is as it was') from before, public.patient_profiles where user_id = tests.pat();

select public.sign_soap_note(id) from draft;
select public.merge_soap_into_cumulative_record(tests.pat(), id) from draft;
select is(
  public.merge_preview(id) -> 'changes',
  public.record_diff(tests.pat(), (select signed_at from public.soap_notes join draft using (id)), clock_timestamp()) -> 'changes',
  'of a signed note it is what its merge changed'
) from draft;
select is(
  (public.merge_preview(id) #>> '{changes,items,0,after,name}') || jsonb_array_length(public.merge_preview(id) #> '{changes,items}'),
  (said #>> '{changes,items,0,after,name}') || jsonb_array_length(said #> '{changes,items}'), 'which is what was said'
) from draft, preview;
select public.retract_soap_note(id, 'wrong patient') from draft;
select is(tests.refusal(public.merge_preview(id)), 'NOTE_RETRACTED', 'a retracted note changes nothing any more') from draft;
select tests.sign_out();
select is((select count(*) from private.record_events where patient_id = tests.pat()), 3::bigint, 'the journal has what happened, and no preview');

select * from finish();
rollback;
