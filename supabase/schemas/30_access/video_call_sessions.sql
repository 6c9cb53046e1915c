alter table public.video_call_sessions enable row level security;
alter table public.video_call_sessions force row level security;

grant select on public.video_call_sessions to authenticated;

create policy video_call_sessions_firebase_project on public.video_call_sessions as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy video_call_sessions_firebase_project on public.video_call_sessions is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy video_call_sessions_select on public.video_call_sessions for select to authenticated
  using (
    patient_id = (select private.current_user_id())
    or (provider_id = (select private.current_user_id()) and patient_id in (select private.patients_in_care()))
  );
comment on policy video_call_sessions_select on public.video_call_sessions is 'The patient; the provider while the patient is in care.';
