create trigger keep_conflict before update or delete on public.record_conflicts
  for each row execute function private.keep_conflict();

create trigger refuse_truncate before truncate on public.record_conflicts
  for each statement execute function private.refuse_change();
