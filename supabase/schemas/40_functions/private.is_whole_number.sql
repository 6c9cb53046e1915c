create function private.is_whole_number(p_value jsonb, p_least integer) returns boolean
language sql
immutable
security invoker
set search_path = ''
as $$
  select case jsonb_typeof(p_value)
    when 'number' then p_value::numeric % 1 = 0 and p_value::numeric between p_least and 2147483647
    else false
  end
$$;

comment on function private.is_whole_number(jsonb, integer) is 'Whether a value is a JSON number without fraction, not below p_least, that fits an integer column.';
