create function private.soap_note_sections() returns table (path text[], table_name text, max_items integer)
language sql
immutable
security invoker
set search_path = ''
as $$
  values
    (array['subjective', 'hpi'], 'soap_subjective_hpi', 500),
    (array['subjective', 'reviewOfSystems'], 'soap_subjective_review_of_systems', 500),
    (array['subjective', 'history'], 'soap_subjective_history', 500),
    (array['subjective', 'medications'], 'soap_subjective_medications', 500),
    (array['subjective', 'allergies'], 'soap_subjective_allergies', 500),
    (array['objective', 'vitalSigns'], 'soap_objective_vital_signs', 500),
    (array['objective', 'physicalExam'], 'soap_objective_physical_exam', 500),
    (array['objective', 'diagnostics'], 'soap_objective_diagnostics', 500),
    (array['assessment', 'problems'], 'soap_assessment_problem_list', 500),
    (array['plan', 'medications'], 'soap_plan_medication', 500),
    (array['plan', 'items'], 'soap_plan_items', 500),
    (array['safetyAlerts'], 'soap_safety_alerts', 1000),
    (array['coding'], 'soap_coding_billing', 200)
$$;

comment on function private.soap_note_sections() is
  'Which array of a SoapNote is stored in which table; the keys of its items are the columns of that table.';
