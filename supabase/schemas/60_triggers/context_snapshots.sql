create trigger refuse_change before update or delete on public.context_snapshots
  for each row execute function private.refuse_change();

create trigger refuse_truncate before truncate on public.context_snapshots
  for each statement execute function private.refuse_change();
