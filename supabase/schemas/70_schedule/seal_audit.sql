-- As in sweep_pending_merges.sql: the schema does not depend on pg_cron, whatever it refuses with.
do $$
begin
  if exists (select from pg_catalog.pg_available_extensions where name = 'pg_cron') then
    create extension if not exists pg_cron with schema pg_catalog;
    perform cron.schedule('seal-audit', '* * * * *', 'select audit.seal()');
    perform cron.schedule('make-audit-partitions', '17 3 * * *', 'select audit.make_partitions()');
  end if;
exception
  when others then
    raise warning 'Cannot schedule the sealing of the audit: SQLSTATE %', sqlstate;
end;
$$;
