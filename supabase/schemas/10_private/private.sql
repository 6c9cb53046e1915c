-- Functions call each other in no particular order; the tests run every one of them.
set check_function_bodies = off;

create schema private;

comment on schema private is 'What clients never reach by name: helpers, bodies of RPCs, tables of the machinery. Not exposed by the Data API.';

-- Policies and RPC wrappers run as the caller, who needs to look up the few functions granted one by one.
-- So does the draft worker, with the platform's service key, for the bodies of its RPCs; it reaches no table.
grant usage on schema private to authenticated, service_role;

-- PostgreSQL lets PUBLIC execute every new function, and older Supabase projects grant new objects in public to the
-- API roles. Here nothing is reachable without a grant written beside it.
alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke all on tables from anon, authenticated, service_role;
alter default privileges in schema public revoke all on sequences from anon, authenticated, service_role;
alter default privileges in schema public revoke all on functions from anon, authenticated, service_role;
