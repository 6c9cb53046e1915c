alter table public.emergency_accesses enable row level security;
alter table public.emergency_accesses force row level security;

grant select on public.emergency_accesses to authenticated;

create policy emergency_accesses_firebase_project on public.emergency_accesses as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy emergency_accesses_firebase_project on public.emergency_accesses is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy emergency_accesses_select on public.emergency_accesses for select to authenticated
  using (
    patient_id = (select private.current_user_id())
    or provider_id = (select private.current_user_id())
    or facility_name = (select private.administered_facility())
    or patient_id in (select private.people_of_administered_facility())
  );
comment on policy emergency_accesses_select on public.emergency_accesses is 'The patient; the provider who opened it; administrators of the provider''s facility, and of those where the patient is known.';
