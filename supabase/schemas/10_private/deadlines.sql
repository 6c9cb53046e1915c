-- The Data API gives each request the settings of its role
-- (https://docs.postgrest.org/en/stable/references/transactions.html#impersonated-role-settings). A lock is given up
-- first, then the statement, and only then the call, which the functions end after 10 s: nothing works on for nobody.
do $$
declare
  v_role text;
begin
  foreach v_role in array array['authenticated', 'service_role'] loop
    -- Roles belong to the whole cluster: set where it differs, so that two databases made at once do not meet.
    if not exists (
      select from pg_catalog.pg_db_role_setting
      where setrole = v_role::regrole and setdatabase = 0
        and setconfig @> array['lock_timeout=5s', 'statement_timeout=8s']
    ) then
      execute format('alter role %I set lock_timeout = ''5s''', v_role);
      execute format('alter role %I set statement_timeout = ''8s''', v_role);
    end if;
  end loop;
exception
  -- Tuple concurrently updated: another database of the cluster is being made, and sets the same.
  when internal_error then
    null;
end;
$$;
