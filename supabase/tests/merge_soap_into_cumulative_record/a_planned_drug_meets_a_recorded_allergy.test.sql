begin;
select plan(7);

create function pg_temp.conflicts_of(p_drug text, p_allergen text, p_status text) returns text language plpgsql as $$
declare
  v_patient_id uuid := tests.new_patient(gen_random_uuid());
begin
  perform tests.signed_note(v_patient_id, '2026-01-10T10:00Z',
    jsonb_build_object('subjective_allergies', jsonb_build_array(jsonb_build_object('allergen', p_allergen, 'status', p_status))));
  perform tests.signed_note(v_patient_id, '2026-02-10T10:00Z',
    jsonb_build_object('plan_medication', jsonb_build_array(jsonb_build_object('medication_name', p_drug))));
  return private.fold_record(v_patient_id) #>> '{conflicts,0,kind}';
end;
$$;

select is(pg_temp.conflicts_of('Aspirin', 'aspirin', null), 'drug_allergy', 'the same word');
select is(pg_temp.conflicts_of('Advil', 'Ibuprofen', null), 'drug_allergy', 'a brand of it');
select is(pg_temp.conflicts_of('Amoxicillin', 'PCN', null), 'drug_allergy', 'a member of the class');
select is(pg_temp.conflicts_of('Augmentin 875 mg', 'Penicillins', null), 'drug_allergy', 'a combination that contains one');
select is(pg_temp.conflicts_of('Bactrim', 'sulfa', null), 'drug_allergy', 'by an everyday word');
select is(pg_temp.conflicts_of('Amoxicillin', 'Penicillin', 'refuted'), null, 'a refuted allergy stands in nobody''s way');
select is(pg_temp.conflicts_of('Lisinopril', 'Penicillin', null), null, 'an unrelated drug');

select * from finish();
rollback;
