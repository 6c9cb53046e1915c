create trigger refuse_change before update or delete on audit.exported_heads
  for each row execute function private.refuse_change();

create trigger refuse_truncate before truncate on audit.exported_heads
  for each statement execute function private.refuse_change();
