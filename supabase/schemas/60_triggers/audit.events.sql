-- Binds every partition, those to come too; TRUNCATE is each partition's own (audit.make_partition).
create trigger refuse_change before update or delete on audit.events
  for each row execute function private.refuse_change();

create trigger refuse_truncate before truncate on audit.events
  for each statement execute function private.refuse_change();

create trigger refuse_truncate before truncate on audit.events_default
  for each statement execute function private.refuse_change();

select audit.make_partitions();
