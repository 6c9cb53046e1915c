-- pg_cron is an extension of the platform; a database without it loads all the same, and is swept by whoever runs it.
do $$
begin
  if exists (select from pg_catalog.pg_available_extensions where name = 'pg_cron') then
    create extension if not exists pg_cron with schema pg_catalog;
    perform cron.schedule('sweep-pending-merges', '* * * * *', 'select private.sweep_pending_merges()');
  end if;
exception
  -- Present on the server but not for this database: pg_cron serves one database, only when it is preloaded, and each
  -- of its refusals has another SQLSTATE. The schema does not depend on it.
  when others then
    raise warning 'Cannot schedule the sweep of pending merges: SQLSTATE %', sqlstate;
end;
$$;
