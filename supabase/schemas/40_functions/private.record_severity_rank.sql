create function private.record_severity_rank(p_severity text) returns integer
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  return case p_severity
    when 'life_threatening' then 5
    when 'severe' then 4
    when 'moderate' then 3
    when 'mild' then 2
    when 'unknown' then 1
    else 0
  end;
end;
$$;

comment on function private.record_severity_rank(text) is
  'Order of severities: null, unknown, mild, moderate, severe, life_threatening.';
