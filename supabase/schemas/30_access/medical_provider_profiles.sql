alter table public.medical_provider_profiles enable row level security;
alter table public.medical_provider_profiles force row level security;

grant select (user_id, display_name, specialty, facility_name) on public.medical_provider_profiles to authenticated;
grant update (display_name) on public.medical_provider_profiles to authenticated;

create policy medical_provider_profiles_firebase_project on public.medical_provider_profiles as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy medical_provider_profiles_firebase_project on public.medical_provider_profiles is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy medical_provider_profiles_select on public.medical_provider_profiles for select to authenticated
  using ((select private.current_user_id()) is not null);
comment on policy medical_provider_profiles_select on public.medical_provider_profiles is 'Everybody who is signed in, the public columns granted.';

create policy medical_provider_profiles_update on public.medical_provider_profiles for update to authenticated
  using (user_id = (select private.current_user_id()))
  with check (user_id = (select private.current_user_id()));
comment on policy medical_provider_profiles_update on public.medical_provider_profiles is 'The provider, in the columns granted; licence, specialty, facility and approval are the clinic''s.';
