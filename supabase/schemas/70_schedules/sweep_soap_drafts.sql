do $$
begin
  -- pg_cron is the platform's; where it is not installed, something else has to call the sweep.
  if exists (select from pg_catalog.pg_available_extensions where name = 'pg_cron') then
    create extension if not exists pg_cron;
    perform cron.schedule('sweep_soap_drafts', '10 seconds', 'select private.sweep_soap_drafts()');
  end if;
end;
$$;
