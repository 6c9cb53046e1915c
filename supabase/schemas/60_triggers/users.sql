create trigger set_updated_at before update on public.users
  for each row execute function private.set_updated_at();

create trigger keep_contact_details before update of email, phone, profile_image_url
  on public.users
  for each row execute function private.keep_contact_details();
