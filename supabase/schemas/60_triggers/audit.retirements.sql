create trigger refuse_change before update or delete on audit.retirements
  for each row execute function private.refuse_change();

create trigger refuse_truncate before truncate on audit.retirements
  for each statement execute function private.refuse_change();
