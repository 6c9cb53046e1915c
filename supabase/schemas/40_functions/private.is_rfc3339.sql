create function private.is_rfc3339(p_text text) returns boolean
language sql
stable
security invoker
set search_path = ''
as $$
  select case
    when p_text ~ '^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$' then pg_input_is_valid(p_text, 'timestamptz')
    else false
  end
$$;

comment on function private.is_rfc3339(text) is 'Whether a text is a time of RFC 3339 that exists: 30 February is none, nor are hour 24 and a leap second, which Postgres would move to the next day or minute.';
