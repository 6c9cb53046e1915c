begin;
select plan(11);

select tests.new_patient();
select tests.visit('2026-01-10T10:00Z', '{
  "subjective_allergies": [
    {"allergen": "Penicillin", "reaction": "rash", "severity": "moderate"},
    {"allergen": "Shellfish", "reaction": "anaphylaxis", "severity": "severe"}],
  "assessment_problem_list": [
    {"diagnosis_name": "Essential hypertension", "icd10_code": "I10", "status": "new"},
    {"diagnosis_name": "Type 2 diabetes mellitus", "icd10_code": "E11.9", "status": "new"}],
  "plan_medication": [
    {"medication_name": "Lisinopril", "dose": "10mg", "status": "active"},
    {"medication_name": "Metformin", "dose": "500mg", "status": "active"}]}');
select tests.visit('2026-02-10T10:00Z', '{
  "subjective_allergies": [
    {"allergen": "Penicillin", "reaction": "rash", "severity": "moderate"},
    {"allergen": "Latex", "reaction": "hives", "severity": "mild"}],
  "assessment_problem_list": [
    {"diagnosis_name": "Essential hypertension", "icd10_code": "I10", "status": "stable"},
    {"diagnosis_name": "Type 2 diabetes mellitus", "icd10_code": "E11.9", "status": "stable"},
    {"diagnosis_name": "GERD", "icd10_code": "K21", "status": "new"}],
  "plan_medication": [
    {"medication_name": "Metformin", "dose": "500mg", "status": "active"},
    {"medication_name": "Lisinopril", "status": "discontinued"},
    {"medication_name": "Omeprazole", "dose": "20mg", "status": "active"}]}');

select is(tests.names('conditions'), 'Essential hypertension, GERD, Type 2 diabetes mellitus', 'three conditions');
select is(tests.names('medications'), 'Lisinopril, Metformin, Omeprazole', 'three medications');
select is(tests.names('allergies'), 'Latex, Penicillin, Shellfish', 'three allergies');
select is(tests.item('conditions', 'Essential hypertension') ->> 'status', 'stable', 'hypertension keeps the note''s word');
select is(tests.item('conditions', 'Essential hypertension') ->> 'clinical_status', 'active', 'and is clinically active');
select is(tests.item('medications', 'Lisinopril') ->> 'status', 'discontinued', 'lisinopril keeps the note''s word');
select is(tests.item('medications', 'Lisinopril') ->> 'clinical_status', 'discontinued', 'and is out of use');
select is(tests.item('medications', 'Lisinopril') ->> 'dose', '10mg', 'M01 with the dose it had');
select is(tests.record() #> '{metadata,total_visits}', '2', 'two visits');
select is(jsonb_array_length(tests.record() #> '{metadata,source_soap_notes}'), 2, 'two sources');
select is(tests.conflicts(), '', 'nothing to review');

select * from finish();
rollback;
