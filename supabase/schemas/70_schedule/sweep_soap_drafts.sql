-- As in sweep_pending_merges.sql: the schema does not depend on pg_cron, whatever it refuses with.
do $$
begin
  if exists (select from pg_catalog.pg_available_extensions where name = 'pg_cron') then
    create extension if not exists pg_cron with schema pg_catalog;
    perform cron.schedule('sweep-soap-drafts', '10 seconds', 'select private.sweep_soap_drafts()');
  end if;
exception
  when others then
    raise warning 'Cannot schedule the sweep of drafts: SQLSTATE %', sqlstate;
end;
$$;
