alter table public.video_call_attendees enable row level security;
alter table public.video_call_attendees force row level security;

grant select on public.video_call_attendees to authenticated;

create policy video_call_attendees_firebase_project on public.video_call_attendees as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy video_call_attendees_firebase_project on public.video_call_attendees is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy video_call_attendees_select on public.video_call_attendees for select to authenticated
  using (exists (select from public.video_call_sessions as encounter where encounter.id = encounter_id));
comment on policy video_call_attendees_select on public.video_call_attendees is 'Who may see the encounter.';
