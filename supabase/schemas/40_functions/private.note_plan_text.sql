create function private.note_plan_text(p_note_id uuid) returns text
language sql
stable
security invoker
set search_path = ''
as $$
  select string_agg(line, '; ' order by part, position, id)
  from (
    select 1 as part, position, id,
      concat_ws(' ', medication_name, dose, route, frequency) || coalesce(' (' || status || ')', '') as line
    from public.soap_plan_medication
    where soap_note_id = p_note_id
    union all
    select 2, position, id, description || coalesce(' (' || due || ')', '')
    from public.soap_plan_items
    where soap_note_id = p_note_id
  ) as lines
$$;

comment on function private.note_plan_text(uuid) is 'The plan of a note on one line, medications first: "Lisinopril 10 mg oral once daily (started); …". Null where it has none.';
