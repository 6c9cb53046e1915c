create trigger set_updated_at before update on public.medical_provider_profiles
  for each row execute function private.set_updated_at();

create trigger keep_contact_details before update of display_name
  on public.medical_provider_profiles
  for each row execute function private.keep_contact_details();
