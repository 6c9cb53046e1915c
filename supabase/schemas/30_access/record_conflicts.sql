alter table public.record_conflicts enable row level security;
alter table public.record_conflicts force row level security;

grant select on public.record_conflicts to authenticated;

create policy record_conflicts_firebase_project on public.record_conflicts as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy record_conflicts_firebase_project on public.record_conflicts is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy record_conflicts_select on public.record_conflicts for select to authenticated
  using (patient_id in (select private.patients_in_care()));
comment on policy record_conflicts_select on public.record_conflicts is 'Providers who have the patient in care.';
