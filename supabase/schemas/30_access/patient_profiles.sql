alter table public.patient_profiles enable row level security;
alter table public.patient_profiles force row level security;

grant select on public.patient_profiles to authenticated;
grant update (address, emergency_contact_name, emergency_contact_phone, emergency_contact_relationship)
  on public.patient_profiles to authenticated;

create policy patient_profiles_firebase_project on public.patient_profiles as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy patient_profiles_firebase_project on public.patient_profiles is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy patient_profiles_select on public.patient_profiles for select to authenticated
  using (
    user_id = (select private.current_user_id())
    or user_id in (select private.patients_in_care())
  );
comment on policy patient_profiles_select on public.patient_profiles is 'The patient; a provider the patients in care.';

create policy patient_profiles_update on public.patient_profiles for update to authenticated
  using (user_id = (select private.current_user_id()))
  with check (user_id = (select private.current_user_id()));
comment on policy patient_profiles_update on public.patient_profiles is 'The patient, in the contact columns granted; the record''s columns belong to the fold.';
