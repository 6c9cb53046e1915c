create function private.refuse_until(p_code text, p_sentence text, p_wait_seconds integer) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  -- https://docs.postgrest.org/en/stable/references/transactions.html#response-headers
  perform pg_catalog.set_config(
    'response.headers', jsonb_build_array(jsonb_build_object('Retry-After', p_wait_seconds::text))::text, true
  );
  return private.refuse(p_code, p_sentence) || jsonb_build_object('details', p_wait_seconds::text);
end;
$$;

comment on function private.refuse_until(text, text, integer) is
  'As private.refuse, of something that passes by itself: Retry-After as a header, and again in details for a client that sees the body alone.';
