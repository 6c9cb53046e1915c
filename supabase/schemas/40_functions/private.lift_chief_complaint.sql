create function private.lift_chief_complaint(p_note jsonb) returns jsonb
language sql
immutable
security invoker
set search_path = ''
as $$
  with hpi as (
    select item, place
    from jsonb_array_elements(p_note #> '{subjective,hpi}') with ordinality as items (item, place)
  )
  select jsonb_set(
    jsonb_set(
      p_note,
      '{subjective,chiefComplaint}',
      coalesce((select item - 'element' from hpi where item ->> 'element' = 'chief_complaint'), 'null')
    ),
    '{subjective,hpi}',
    coalesce((select jsonb_agg(item order by place) from hpi where item ->> 'element' <> 'chief_complaint'), '[]')
  )
$$;

comment on function private.lift_chief_complaint(jsonb) is
  'SoapNote as clients know it, from the stored form in which the chief complaint is an element of the history of present illness.';
