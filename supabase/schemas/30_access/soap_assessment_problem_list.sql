alter table public.soap_assessment_problem_list enable row level security;
alter table public.soap_assessment_problem_list force row level security;

grant select on public.soap_assessment_problem_list to authenticated;

create policy soap_assessment_problem_list_firebase_project on public.soap_assessment_problem_list as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy soap_assessment_problem_list_firebase_project on public.soap_assessment_problem_list is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy soap_assessment_problem_list_select on public.soap_assessment_problem_list for select to authenticated
  using (exists (select from public.soap_notes as note where note.id = soap_note_id));
comment on policy soap_assessment_problem_list_select on public.soap_assessment_problem_list is 'Who may see the note.';
