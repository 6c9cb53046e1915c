-- Helpers the tests share: who signs in. Repeatable; the last line tells pg_prove that nothing is tested here.
create extension if not exists pgtap with schema extensions;
grant execute on all functions in schema extensions to anon, authenticated, service_role;

create schema if not exists tests;
grant usage on schema tests to anon, authenticated, service_role;

-- users.id of a persona of the seed: alice, bob, carol, dr-amara, dr-okoye.
create or replace function tests.user_id(p_name text) returns uuid
language sql
stable
security definer
set search_path = ''
as $$
  select id from public.users where firebase_uid = p_name || '-uid'
$$;

-- The encounter of these two that lies ahead.
create or replace function tests.encounter_id(p_provider text, p_patient text) returns uuid
language sql
stable
security definer
set search_path = ''
as $$
  select id
  from public.video_call_sessions
  where provider_id = tests.user_id(p_provider) and patient_id = tests.user_id(p_patient) and started_at is null
$$;

-- The claims the Data API would set for a genuine token of this persona, with some of them replaced.
create or replace function tests.claims(p_name text, p_claims jsonb default '{}') returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  select jsonb_build_object(
      'iss', 'https://securetoken.google.com/' || project_id,
      'aud', project_id,
      'sub', p_name || '-uid',
      'role', 'authenticated',
      'auth_time', floor(extract(epoch from now()))
    ) || p_claims
  from private.firebase_project
$$;

create or replace function tests.sign_in_as(p_name text, p_claims jsonb default '{}') returns void
language plpgsql
volatile
security invoker
as $$
begin
  perform set_config('request.jwt.claims', tests.claims(p_name, p_claims)::text, true);
  perform set_config('role', 'authenticated', true);
end;
$$;

-- Back to the owner of the schema, without claims.
create or replace function tests.sign_out() returns void
language plpgsql
volatile
security invoker
as $$
begin
  perform set_config('request.jwt.claims', '', true);
  perform set_config('role', 'none', true);
end;
$$;

-- The code an RPC refused with; null when it did not refuse.
create or replace function tests.refusal(p_answer jsonb) returns text
language sql
immutable
set search_path = ''
as $$
  select p_answer ->> 'hint'
$$;

grant execute on all functions in schema tests to anon, authenticated, service_role;

select '1..0 # SKIP helpers';
