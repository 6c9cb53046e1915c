create function private.history_lists(p_record jsonb) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'allergies', (
      select coalesce(jsonb_agg(
        (item ->> 'allergen') || ' (' || concat_ws(
          ', ',
          coalesce(replace(nullif(item ->> 'severity', 'unknown'), '_', ' '), 'severity unknown'),
          nullif(item ->> 'status', 'active')
        ) || ')'
        order by item ->> 'status' = 'refuted', private.severity_order(item ->> 'severity'),
          item ->> 'allergen' collate "C", item ->> 'id'
      ), '[]')
      from jsonb_array_elements(p_record -> 'allergies') as item
    ),
    'medicalConditions', (
      select coalesce(jsonb_agg(
        (item ->> 'name') || coalesce(' (' || nullif(concat_ws(
          ', ', item ->> 'icd10', replace(nullif(item ->> 'clinical_status', 'active'), '_', ' ')
        ), '') || ')', '')
        order by item ->> 'clinical_status' <> 'active', item ->> 'name' collate "C", item ->> 'id'
      ), '[]')
      from jsonb_array_elements(p_record -> 'conditions') as item
    ),
    'currentMedications', (
      select coalesce(jsonb_agg(
        jsonb_build_object('name', item -> 'name', 'dosage', item -> 'dose', 'frequency', item -> 'frequency')
        order by item ->> 'name' collate "C", item ->> 'id'
      ), '[]')
      from jsonb_array_elements(p_record -> 'medications') as item
      where item ->> 'clinical_status' in ('active', 'on_hold')
    ),
    'surgicalHistory', (
      select coalesce(jsonb_agg((item ->> 'procedure') || coalesce(' (' || (item ->> 'date') || ')', '') order by place), '[]')
      from jsonb_array_elements(p_record -> 'surgical_history') with ordinality as items (item, place)
    ),
    'familyHistory', (
      select coalesce(jsonb_agg((item ->> 'condition') || coalesce(' (' || (item ->> 'relationship') || ')', '') order by place), '[]')
      from jsonb_array_elements(p_record -> 'family_history') with ordinality as items (item, place)
    )
  )
$$;

comment on function private.history_lists(jsonb) is
  'The lists of patientData in the app''s words: "Penicillin (moderate)", "Latex (severity unknown)", "Aspirin (severe, refuted)"; "Essential hypertension (I10)", with its state in the brackets when it is not active.';
