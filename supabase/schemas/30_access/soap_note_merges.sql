alter table public.soap_note_merges enable row level security;
alter table public.soap_note_merges force row level security;

grant select on public.soap_note_merges to authenticated;

create policy soap_note_merges_firebase_project on public.soap_note_merges as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy soap_note_merges_firebase_project on public.soap_note_merges is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy soap_note_merges_select on public.soap_note_merges for select to authenticated
  using (patient_id in (select private.patients_in_care()));
comment on policy soap_note_merges_select on public.soap_note_merges is 'Providers who have the patient in care.';
