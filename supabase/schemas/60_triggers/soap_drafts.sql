create trigger keep_draft_forward before update on public.soap_drafts
  for each row execute function private.keep_draft_forward();
