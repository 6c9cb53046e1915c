alter table public.soap_safety_alerts enable row level security;
alter table public.soap_safety_alerts force row level security;

grant select on public.soap_safety_alerts to authenticated;

create policy soap_safety_alerts_firebase_project on public.soap_safety_alerts as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy soap_safety_alerts_firebase_project on public.soap_safety_alerts is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy soap_safety_alerts_select on public.soap_safety_alerts for select to authenticated
  using (exists (select from public.soap_notes as note where note.id = soap_note_id));
comment on policy soap_safety_alerts_select on public.soap_safety_alerts is 'Who may see the note.';
