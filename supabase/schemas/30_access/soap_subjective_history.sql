alter table public.soap_subjective_history enable row level security;
alter table public.soap_subjective_history force row level security;

grant select on public.soap_subjective_history to authenticated;

create policy soap_subjective_history_firebase_project on public.soap_subjective_history as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy soap_subjective_history_firebase_project on public.soap_subjective_history is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy soap_subjective_history_select on public.soap_subjective_history for select to authenticated
  using (exists (select from public.soap_notes as note where note.id = soap_note_id));
comment on policy soap_subjective_history_select on public.soap_subjective_history is 'Who may see the note.';
