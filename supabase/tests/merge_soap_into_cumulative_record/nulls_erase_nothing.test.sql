begin;
select plan(8);

select tests.new_patient();
select tests.visit('2026-01-10T10:00Z', '{
  "subjective_allergies": [{"allergen": "Latex", "severity": "mild", "reaction": "hives"}],
  "assessment_problem_list": [
    {"diagnosis_name": "Asthma", "icd10_code": "J45", "status": "stable", "severity": "mild", "onset_date": "2019", "notes": "worse in spring"}],
  "subjective_medications": [{"medication_name": "Albuterol", "frequency": "as needed"}],
  "plan_medication": [
    {"medication_name": "Lisinopril", "dose": "10 mg", "frequency": "daily", "route": "oral", "duration": "90 days",
     "indication": "hypertension", "status": "active", "rxnorm_code": "29046"}],
  "subjective_history": [
    {"kind": "surgical", "name": "Appendectomy", "date": "2009", "surgeon": "Dr. Lee", "notes": "open"},
    {"kind": "family", "name": "Stroke", "relationship": "mother", "age_of_onset": "71"},
    {"kind": "social", "name": "Smoking", "status": "former", "date": "2015", "notes": "10 pack years"}]}');

create function pg_temp.shown(p_item jsonb) returns jsonb language sql as $$
  select p_item - '{provenance,last_updated}'::text[]
$$;
create temporary table before on commit drop as
select section, name, pg_temp.shown(tests.item(section, name)) as item
from (values ('allergies', 'Latex'), ('conditions', 'Asthma'), ('medications', 'Albuterol'), ('medications', 'Lisinopril'),
  ('surgical_history', 'Appendectomy'), ('family_history', 'Stroke')) as items (section, name);

select tests.visit('2026-02-10T10:00Z', '{
  "subjective_allergies": [{"allergen": "Latex", "severity": null, "reaction": ""}],
  "assessment_problem_list": [{"diagnosis_name": "Asthma", "icd10_code": "J45", "status": " ", "severity": null, "onset_date": "", "notes": null}],
  "plan_medication": [
    {"medication_name": "Albuterol", "dose": "", "frequency": " "},
    {"medication_name": "Lisinopril", "dose": null, "frequency": "", "route": " ", "status": null}],
  "subjective_history": [
    {"kind": "surgical", "name": "Appendectomy", "date": "", "surgeon": null},
    {"kind": "family", "name": "Stroke"},
    {"kind": "social", "name": "Smoking", "status": null}]}');

select is(pg_temp.shown(tests.item(section, name)), item, 'M02 M04 ' || name || ' keeps every value') from before;
select is(tests.record('social_history') #>> '{smoking,status}', 'former', 'M02 smoking keeps its status');

select tests.visit('2026-03-10T10:00Z', '{"plan_medication": [{"medication_name": "Albuterol", "dose": "2 puffs"}]}');
select is(
  array[tests.item('medications', 'Albuterol') ->> 'dose', tests.item('medications', 'Albuterol') ->> 'frequency'],
  array['2 puffs', 'as needed'], 'M04 a value that was missing is filled in'
);

select * from finish();
rollback;
