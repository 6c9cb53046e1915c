create trigger set_updated_at before update on public.soap_notes
  for each row execute function private.set_updated_at();

create trigger keep_signed_note before update or delete on public.soap_notes
  for each row execute function private.keep_signed_note();

create trigger refuse_truncate before truncate on public.soap_notes
  for each statement execute function private.refuse_change();

create trigger assert_signed_note after update of status on public.soap_notes
  for each row when (old.status = 'draft' and new.status = 'signed') execute function private.assert_signed_note();

create constraint trigger keep_record_in_step after update of status on public.soap_notes
  deferrable initially deferred
  for each row when (old.status <> 'draft' and new.status <> old.status)
  execute function private.keep_record_in_step();
