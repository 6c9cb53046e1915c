alter table public.soap_subjective_medications enable row level security;
alter table public.soap_subjective_medications force row level security;

grant select on public.soap_subjective_medications to authenticated;

create policy soap_subjective_medications_firebase_project on public.soap_subjective_medications as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy soap_subjective_medications_firebase_project on public.soap_subjective_medications is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy soap_subjective_medications_select on public.soap_subjective_medications for select to authenticated
  using (exists (select from public.soap_notes as note where note.id = soap_note_id));
comment on policy soap_subjective_medications_select on public.soap_subjective_medications is 'Who may see the note.';
