create function private.request_headers() returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_headers text := coalesce(current_setting('request.headers', true), '');
begin
  return case when pg_catalog.pg_input_is_valid(v_headers, 'jsonb') then v_headers::jsonb else '{}' end;
end;
$$;

comment on function private.request_headers() is
  'The headers of the request as the Data API hands them on, names in lower case; {} where there are none.';
