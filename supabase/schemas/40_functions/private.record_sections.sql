create function private.record_sections() returns table (section text, is_list boolean)
language sql
immutable
security invoker
set search_path = ''
as $$
  values
    ('conditions', true), ('medications', true), ('allergies', true), ('surgical_history', true), ('family_history', true),
    ('conflicts', true), ('social_history', false), ('vital_trends', false), ('review_of_systems_trends', false),
    ('physical_exam_findings', false), ('list_states', false)
$$;

comment on function private.record_sections() is 'The sections of a record beside metadata: lists, and objects by key.';
