create trigger refuse_change before update or delete on private.record_events
  for each row execute function private.refuse_change();

create trigger refuse_truncate before truncate on private.record_events
  for each statement execute function private.refuse_change();
