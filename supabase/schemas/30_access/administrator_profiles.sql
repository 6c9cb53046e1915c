alter table public.administrator_profiles enable row level security;
alter table public.administrator_profiles force row level security;

grant select on public.administrator_profiles to authenticated;

create policy administrator_profiles_firebase_project on public.administrator_profiles as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy administrator_profiles_firebase_project on public.administrator_profiles is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy administrator_profiles_select on public.administrator_profiles for select to authenticated
  using (user_id = (select private.current_user_id()));
comment on policy administrator_profiles_select on public.administrator_profiles is 'Oneself.';
