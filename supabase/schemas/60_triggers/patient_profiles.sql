-- Whoever writes the record says when: a trigger that changes the row would copy the record to do so.
create trigger set_updated_at before update on public.patient_profiles
  for each row
  when (new.medical_record_last_updated_at is not distinct from old.medical_record_last_updated_at)
  execute function private.set_updated_at();

create trigger keep_record_of_ledger before insert or update of cumulative_medical_record on public.patient_profiles
  for each row execute function private.keep_record_of_ledger();

create trigger keep_allergies before update of cumulative_medical_record on public.patient_profiles
  for each row execute function private.keep_allergies();

create trigger keep_contact_details before update of address, emergency_contact_name, emergency_contact_phone, emergency_contact_relationship
  on public.patient_profiles
  for each row execute function private.keep_contact_details();
