create trigger keep_emergency_access before update or delete on public.emergency_accesses
  for each row execute function private.keep_emergency_access();

create trigger refuse_truncate before truncate on public.emergency_accesses
  for each statement execute function private.refuse_change();
