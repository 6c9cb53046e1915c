create function private.severity_order(p_severity text) returns integer
language sql
immutable
security invoker
set search_path = ''
as $$
  select case p_severity
    when 'life_threatening' then 1
    when 'severe' then 2
    when 'moderate' then 4
    when 'mild' then 5
    -- Unknown is not harmless: it stands right after severe.
    else 3
  end
$$;

comment on function private.severity_order(text) is 'Place of a severity in a list that is read from the worst down: life_threatening, severe, unknown, moderate, mild.';
