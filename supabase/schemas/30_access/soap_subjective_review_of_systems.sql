alter table public.soap_subjective_review_of_systems enable row level security;
alter table public.soap_subjective_review_of_systems force row level security;

grant select on public.soap_subjective_review_of_systems to authenticated;

create policy soap_subjective_review_of_systems_firebase_project on public.soap_subjective_review_of_systems as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy soap_subjective_review_of_systems_firebase_project on public.soap_subjective_review_of_systems is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy soap_subjective_review_of_systems_select on public.soap_subjective_review_of_systems for select to authenticated
  using (exists (select from public.soap_notes as note where note.id = soap_note_id));
comment on policy soap_subjective_review_of_systems_select on public.soap_subjective_review_of_systems is 'Who may see the note.';
