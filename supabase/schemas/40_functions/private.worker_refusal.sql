create function private.worker_refusal() returns text
language sql
stable
security invoker
set search_path = ''
as $$
  select case
    when private.token_claims() ->> 'iss' like 'https://securetoken.google.com/%' then 'ROLE_CLAIM_MISSING'
  end
$$;

comment on function private.worker_refusal() is
  'Why a request that runs as service_role is not the draft worker''s all the same: it came with a Firebase token, whose role claim took it there; null for the platform''s own key.';
