create function private.note_assessment_text(p_note_id uuid) returns text
language sql
stable
security invoker
set search_path = ''
as $$
  select string_agg(
    diagnosis_name || coalesce(' (' || icd10_code || ')', '') || coalesce(', ' || status, ''), '; ' order by position, id
  )
  from public.soap_assessment_problem_list
  where soap_note_id = p_note_id
$$;

comment on function private.note_assessment_text(uuid) is 'The problems of a note on one line: "Essential hypertension (I10), new; …". Null where it has none.';
