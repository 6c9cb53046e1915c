alter table public.soap_objective_vital_signs enable row level security;
alter table public.soap_objective_vital_signs force row level security;

grant select on public.soap_objective_vital_signs to authenticated;

create policy soap_objective_vital_signs_firebase_project on public.soap_objective_vital_signs as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy soap_objective_vital_signs_firebase_project on public.soap_objective_vital_signs is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy soap_objective_vital_signs_select on public.soap_objective_vital_signs for select to authenticated
  using (exists (select from public.soap_notes as note where note.id = soap_note_id));
comment on policy soap_objective_vital_signs_select on public.soap_objective_vital_signs is 'Who may see the note.';
