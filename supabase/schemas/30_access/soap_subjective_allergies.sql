alter table public.soap_subjective_allergies enable row level security;
alter table public.soap_subjective_allergies force row level security;

grant select on public.soap_subjective_allergies to authenticated;

create policy soap_subjective_allergies_firebase_project on public.soap_subjective_allergies as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy soap_subjective_allergies_firebase_project on public.soap_subjective_allergies is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy soap_subjective_allergies_select on public.soap_subjective_allergies for select to authenticated
  using (exists (select from public.soap_notes as note where note.id = soap_note_id));
comment on policy soap_subjective_allergies_select on public.soap_subjective_allergies is 'Who may see the note.';
