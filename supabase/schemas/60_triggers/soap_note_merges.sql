create trigger refuse_change before update or delete on public.soap_note_merges
  for each row execute function private.refuse_change();

create trigger refuse_truncate before truncate on public.soap_note_merges
  for each statement execute function private.refuse_change();

create trigger mark_note_merged after insert on public.soap_note_merges
  for each row execute function private.mark_note_merged();
