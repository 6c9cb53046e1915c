create trigger set_updated_at before update on public.appointments
  for each row execute function private.set_updated_at();

create trigger keep_care_relationship after insert or delete or update of provider_id, patient_id, status
  on public.appointments
  for each row execute function private.keep_care_relationship();
