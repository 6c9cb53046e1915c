create function private.is_documentation(p_value jsonb) returns boolean
language sql
immutable
security invoker
set search_path = ''
as $$
  select case
    when jsonb_typeof(p_value) is distinct from 'object' then false
    when p_value - '{rubric,rubricVersion,scorePercent,parts}'::text[] <> '{}' then false
    when not (private.is_note_text(p_value -> 'rubric') and private.is_note_text(p_value -> 'rubricVersion')) then false
    when not private.is_whole_number(p_value -> 'scorePercent', 0) or (p_value ->> 'scorePercent')::numeric > 100 then false
    when jsonb_typeof(p_value -> 'parts') is distinct from 'array' or jsonb_array_length(p_value -> 'parts') > 50 then false
    else not exists (
      select from jsonb_array_elements(p_value -> 'parts') as part
      where not coalesce(
        jsonb_typeof(part) = 'object'
        and part - '{element,points,earned}'::text[] = '{}'
        and private.is_note_text(part -> 'element')
        and private.is_whole_number(part -> 'points', 1)
        and private.is_whole_number(part -> 'earned', 0),
        false
      )
    )
  end
$$;

comment on function private.is_documentation(jsonb) is
  'Whether a value is SoapNote.meta.documentation: {rubric, rubricVersion, scorePercent 0 to 100, parts: [{element, points, earned}]}.';
