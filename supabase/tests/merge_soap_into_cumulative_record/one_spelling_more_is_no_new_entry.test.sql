begin;
select plan(7);

select tests.new_patient();
select tests.visit('2026-01-10T10:00Z', '{
  "subjective_allergies": [{"allergen": "Penicillin"}, {"allergen": "PCN"}, {"allergen": "penicillin allergy."}],
  "assessment_problem_list": [{"diagnosis_name": "Chronic  low back pain"}, {"diagnosis_name": "M\u00e9ni\u00e8re disease"}],
  "plan_medication": [{"medication_name": "Prinivil"}]}');
select tests.visit('2026-02-10T10:00Z', '{
  "subjective_allergies": [{"allergen": "PENICILLINS"}],
  "assessment_problem_list": [{"diagnosis_name": "chronic low back pain."}, {"diagnosis_name": "ME\u0301NIE\u0300RE\u00a0Disease"}],
  "plan_medication": [{"medication_name": "lisinopril 10 mg tablets"}]}');

select is(jsonb_array_length(tests.record('allergies')), 1, 'M08 penicillin under four names is one allergy');
select is(jsonb_array_length(tests.record('conditions')), 2, 'M03 M08 two conditions without a code are two');
select is(jsonb_array_length(tests.record('medications')), 1, 'M08 a brand and its ingredient are one medication');
select is(tests.names('conditions'), E'ME\u0301NIE\u0300RE\u00a0Disease, chronic low back pain.', 'I16 names are shown as written');

select is(private.record_key(E'  2\u00bd\u200b MG. '), E'21\u20442 mg', 'a key folds what is never shown');
select is(private.record_key(' . '), null, 'nothing left is null');
select is(private.record_icd10('e11.9'), 'E119', 'a code without its dot');

select * from finish();
rollback;
