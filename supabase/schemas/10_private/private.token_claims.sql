create function private.token_claims() returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  -- Not auth.jwt(), which raises on text that is not JSON: a policy must answer "nobody", never an error.
  select case
    when not pg_catalog.pg_input_is_valid(claims, 'jsonb') then '{}'
    when jsonb_typeof(claims::jsonb) = 'object' then claims::jsonb
    else '{}'
  end
  from (select coalesce(current_setting('request.jwt.claims', true), '') as claims) as setting
$$;

comment on function private.token_claims() is
  'Claims of the token the Data API verified for this request; {} when there are none or they are not a JSON object.';
