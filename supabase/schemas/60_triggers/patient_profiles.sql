create trigger set_updated_at before update on public.patient_profiles
  for each row execute function private.set_updated_at();

create trigger keep_record_of_ledger before insert or update of cumulative_medical_record on public.patient_profiles
  for each row execute function private.keep_record_of_ledger();
