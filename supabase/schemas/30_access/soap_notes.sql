alter table public.soap_notes enable row level security;
alter table public.soap_notes force row level security;

grant select on public.soap_notes to authenticated;

create policy soap_notes_firebase_project on public.soap_notes as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy soap_notes_firebase_project on public.soap_notes is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy soap_notes_select on public.soap_notes for select to authenticated
  using (
    (patient_id = (select private.current_user_id()) and status in ('signed', 'amended'))
    or (
      patient_id in (select private.patients_in_care())
      and (status in ('signed', 'amended') or provider_id = (select private.current_user_id()))
    )
  );
comment on policy soap_notes_select on public.soap_notes is 'Signed notes, amended ones among them: the patient, and every provider who has the patient in care. Drafts and retracted notes: their provider alone.';
