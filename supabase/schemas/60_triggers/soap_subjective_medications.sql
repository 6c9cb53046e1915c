create trigger keep_signed_item before insert or update or delete on public.soap_subjective_medications
  for each row execute function private.keep_signed_item();

create trigger refuse_truncate before truncate on public.soap_subjective_medications
  for each statement execute function private.refuse_change();
