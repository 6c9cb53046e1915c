create function private.request_header(p_name text) returns text
language sql
stable
security invoker
set search_path = ''
as $$
  select case when pg_catalog.pg_input_is_valid(headers, 'jsonb') then headers::jsonb ->> p_name end
  from (select coalesce(current_setting('request.headers', true), '') as headers) as setting
$$;

comment on function private.request_header(text) is
  'A header of the request, its name in lower case, as the Data API hands it on; null where there is none.';
