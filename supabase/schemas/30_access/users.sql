alter table public.users enable row level security;
alter table public.users force row level security;

grant select on public.users to authenticated;
grant update (email, phone, profile_image_url) on public.users to authenticated;

create policy users_firebase_project on public.users as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy users_firebase_project on public.users is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy users_select on public.users for select to authenticated
  using (
    id = (select private.current_user_id())
    or id in (select private.patients_in_care())
    or id in (select private.people_of_administered_facility())
  );
comment on policy users_select on public.users is 'Oneself; a provider also the patients in care; an administrator the people of the facility.';

create policy users_update on public.users for update to authenticated
  using (id = (select private.current_user_id()))
  with check (id = (select private.current_user_id()));
comment on policy users_update on public.users is 'Oneself, in the contact columns granted.';
