create function private.refuse(p_code text, p_sentence text) returns jsonb
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_status text := private.http_status(p_code)::text;
begin
  -- PostgREST answers with this status: https://docs.postgrest.org/en/stable/references/transactions.html#response-status-code
  perform pg_catalog.set_config('response.status', v_status, true);
  return jsonb_build_object('code', 'PT' || v_status, 'message', p_sentence, 'hint', p_code, 'details', null);
end;
$$;

comment on function private.refuse(text, text) is
  'Answer of an RPC that refuses before it wrote anything: the body and status PostgREST would make of an error, without undoing what was recorded about the attempt. Clients read hint.';
