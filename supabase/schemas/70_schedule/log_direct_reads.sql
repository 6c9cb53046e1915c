-- Reads of tables through the Data API pass no RPC and leave no row in audit.events. Where the platform has pgaudit,
-- it logs each of them: who (the role), when, which statement; parameters, and so ids and values, it does not log.
do $$
begin
  if exists (select from pg_catalog.pg_available_extensions where name = 'pgaudit') then
    create extension if not exists pgaudit with schema extensions;
    alter role authenticated set pgaudit.log = 'read, write';
    alter role service_role set pgaudit.log = 'read, write';
  end if;
exception
  when others then
    raise warning 'Cannot switch on pgaudit: SQLSTATE %', sqlstate;
end;
$$;
