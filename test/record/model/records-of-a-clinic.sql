-- Records that stay, so that the planner sees the tables of a working clinic. Histories that are rolled back leave it tables
-- it takes for empty, whose every index looks as good as the right one.
do $$
declare
  v_patient_id uuid;
begin
  for v_patient in 1 .. 30 loop
    v_patient_id := tests.new_patient(gen_random_uuid());
    for v_visit in 1 .. 2 loop
      perform tests.signed_note(v_patient_id, timestamptz '2025-01-01' + v_visit * interval '1 month', format($json$ {
        "subjective_history": [
          {"kind": "surgical", "name": "Operation %1$s"}, {"kind": "family", "name": "Disease %1$s"}, {"kind": "social", "name": "Habit %2$s"}
        ],
        "subjective_medications": [{"medication_name": "Drug %1$s", "dose": "10 mg", "status": "active"}],
        "subjective_allergies": [{"allergen": "Allergen %1$s"}],
        "subjective_review_of_systems": [{"system": "skin", "finding": "Rash %1$s", "status": "negative"}],
        "objective_vital_signs": [{"vital_name": "HR", "vital_value": "6%2$s", "unit": "/min", "loinc_code": "8867-4"}],
        "objective_physical_exam": [{"system": "skin", "finding": "Rash %2$s", "status": "normal"}],
        "assessment_problem_list": [{"diagnosis_name": "Problem %1$s"}, {"diagnosis_name": "Problem of visit %2$s"}],
        "plan_medication": [{"medication_name": "Prescription %2$s", "dose": "5 mg", "status": "prescribed"}]
      } $json$, v_patient, v_visit)::jsonb);
    end loop;
    perform private.merge_pending_notes(v_patient_id);
    -- The later patients are planned by what is known of the first.
    if v_patient = 5 then
      analyze;
    end if;
  end loop;
end
$$;

analyze;
