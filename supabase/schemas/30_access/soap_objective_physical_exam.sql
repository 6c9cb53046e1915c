alter table public.soap_objective_physical_exam enable row level security;
alter table public.soap_objective_physical_exam force row level security;

grant select on public.soap_objective_physical_exam to authenticated;

create policy soap_objective_physical_exam_firebase_project on public.soap_objective_physical_exam as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy soap_objective_physical_exam_firebase_project on public.soap_objective_physical_exam is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy soap_objective_physical_exam_select on public.soap_objective_physical_exam for select to authenticated
  using (exists (select from public.soap_notes as note where note.id = soap_note_id));
comment on policy soap_objective_physical_exam_select on public.soap_objective_physical_exam is 'Who may see the note.';
