create trigger refuse_change before update or delete on public.call_transcript_chunks
  for each row execute function private.refuse_change();

create trigger refuse_truncate before truncate on public.call_transcript_chunks
  for each statement execute function private.refuse_change();
