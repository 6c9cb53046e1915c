begin;
select plan(20);

-- incomplete_regimen: 15 mg weekly, then "daily" without a dose.
select tests.new_patient();
select tests.visit('2026-01-10T10:00Z', '{"plan_medication": [{"medication_name": "Methotrexate", "dose": "15 mg", "frequency": "once weekly"}]}');
select tests.visit('2026-02-10T10:00Z', '{"plan_medication": [{"medication_name": "Methotrexate", "frequency": "daily"}]}');
select tests.sign_in_as('dr-amara');
create temporary table regimen on commit drop as
select public.resolve_conflict(
  tests.conflict_id('incomplete_regimen'), 'modify', '{"dose": "15 mg", "frequency": "once weekly"}', 'misheard'
) as said;
select tests.sign_out();
select is(tests.item('medications', 'Methotrexate') ->> 'frequency', 'once weekly', 'incomplete_regimen modify: the regimen is what was decided');
select is(tests.item('medications', 'Methotrexate') -> 'carried_fields', '[]', 'nothing of it is carried');
select is(tests.conflicts(), '', 'and nothing is open');
select tests.visit('2026-03-10T10:00Z', '{"plan_medication": [{"medication_name": "Methotrexate", "frequency": "twice weekly"}]}');
select is(tests.item('medications', 'Methotrexate') -> 'carried_fields', '["dose"]', 'the next change asks again');
select tests.sign_in_as('dr-amara');
select is(tests.refusal(public.resolve_conflict(tests.conflict_id('incomplete_regimen'), 'accept', null, 'confirmed')), null, 'incomplete_regimen accept');
select tests.sign_out();
select is(tests.item('medications', 'Methotrexate') ->> 'dose', '15 mg', 'keeps what was carried');
select is(tests.item('medications', 'Methotrexate') -> 'carried_fields', '[]', 'as confirmed');

-- reported_after_refutation
select tests.visit('2026-03-11T10:00Z', '{"subjective_allergies": [{"allergen": "Egg", "severity": "mild"}]}');
select tests.visit('2026-03-12T10:00Z', '{"subjective_allergies": [{"allergen": "Egg", "status": "refuted"}]}');
select tests.visit('2026-03-13T10:00Z', '{"subjective_allergies": [{"allergen": "Egg", "status": "active"}]}');
select tests.sign_in_as('dr-amara');
select is(tests.refusal(public.resolve_conflict(tests.conflict_id('reported_after_refutation'), 'reject', null, 'oral challenge negative')), null, 'reported_after_refutation reject');
select tests.sign_out();
select is(tests.item('allergies', 'Egg') ->> 'clinical_status', 'refuted', 'the refutation stands');
select is(tests.conflicts(), '', 'and nothing is open');

-- same_day_doses
select tests.visit('2026-04-10T09:00Z', '{"subjective_medications": [{"medication_name": "Lisinopril", "dose": "10 mg"}]}');
select tests.visit('2026-04-10T15:00Z', '{"subjective_medications": [{"medication_name": "Lisinopril", "dose": "20 mg"}]}');
select tests.sign_in_as('dr-amara');
select is(tests.refusal(public.resolve_conflict(tests.conflict_id('same_day_doses'), 'reject', null, 'the bottle says 10')), null, 'same_day_doses reject');
select tests.sign_out();
select is(tests.item('medications', 'Lisinopril') ->> 'dose', '10 mg', 'the earlier dose stands');

-- drug_allergy: known and accepted; what looks across sees decided items.
select tests.visit('2026-05-10T10:00Z', '{"subjective_allergies": [{"allergen": "Penicillin", "severity": "mild"}]}');
select tests.visit('2026-05-11T10:00Z', '{"plan_medication": [{"medication_name": "Amoxicillin", "dose": "500 mg", "frequency": "three times daily", "route": "oral"}]}');
select is(tests.conflicts(), 'drug_allergy', 'a planned drug meets an allergy');
select tests.sign_in_as('dr-amara');
select is(tests.refusal(public.resolve_conflict(tests.conflict_id('drug_allergy'), 'reject', null, 'no')), 'INVALID_REQUEST', 'a drug is stopped by a note');
select is(tests.refusal(public.resolve_conflict(tests.conflict_id('drug_allergy'), 'accept', null, 'desensitised')), null, 'drug_allergy accept');
select tests.sign_out();
select is(tests.conflicts(), '', 'given knowingly');

-- none_known_after_recorded
select tests.visit('2026-06-10T10:00Z', '{"list_states": {"allergies": "none_known"}}');
select is(tests.conflicts(), 'none_known_after_recorded', 'a note denies what is recorded');
select tests.sign_in_as('dr-amara');
select is(tests.refusal(public.resolve_conflict(tests.conflict_id('none_known_after_recorded'), 'reject', null, 'it was not asked')), null, 'none_known_after_recorded reject');
select tests.sign_out();
select is(tests.item('allergies', 'Penicillin') ->> 'clinical_status', 'active', 'the entry stands');
select is(tests.record(), private.fold_record(tests.pat()), 'law 3: the record equals a rebuild');

select * from finish();
rollback;
