alter table public.appointments enable row level security;
alter table public.appointments force row level security;

grant select on public.appointments to authenticated;

create policy appointments_firebase_project on public.appointments as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy appointments_firebase_project on public.appointments is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy appointments_select on public.appointments for select to authenticated
  using (
    patient_id = (select private.current_user_id())
    or (provider_id = (select private.current_user_id()) and patient_id in (select private.patients_in_care()))
    or facility_name = (select private.administered_facility())
  );
comment on policy appointments_select on public.appointments is 'The patient; the provider while the patient is in care; administrators those of their facility.';
