alter table public.soap_plan_medication enable row level security;
alter table public.soap_plan_medication force row level security;

grant select on public.soap_plan_medication to authenticated;

create policy soap_plan_medication_firebase_project on public.soap_plan_medication as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy soap_plan_medication_firebase_project on public.soap_plan_medication is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy soap_plan_medication_select on public.soap_plan_medication for select to authenticated
  using (exists (select from public.soap_notes as note where note.id = soap_note_id));
comment on policy soap_plan_medication_select on public.soap_plan_medication is 'Who may see the note.';
