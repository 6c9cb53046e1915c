create function private.token_claims() returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_claims text := coalesce(current_setting('request.jwt.claims', true), '');
begin
  -- Not auth.jwt(), which raises on text that is not JSON: a policy must answer "nobody", never an error.
  if pg_catalog.pg_input_is_valid(v_claims, 'jsonb') and jsonb_typeof(v_claims::jsonb) = 'object' then
    return v_claims::jsonb;
  end if;
  return '{}';
end;
$$;

comment on function private.token_claims() is
  'Claims of the token the Data API verified for this request; {} when there are none or they are not a JSON object.';
