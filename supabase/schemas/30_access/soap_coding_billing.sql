alter table public.soap_coding_billing enable row level security;
alter table public.soap_coding_billing force row level security;

grant select on public.soap_coding_billing to authenticated;

create policy soap_coding_billing_firebase_project on public.soap_coding_billing as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy soap_coding_billing_firebase_project on public.soap_coding_billing is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy soap_coding_billing_select on public.soap_coding_billing for select to authenticated
  using (exists (select from public.soap_notes as note where note.id = soap_note_id));
comment on policy soap_coding_billing_select on public.soap_coding_billing is 'Who may see the note.';
