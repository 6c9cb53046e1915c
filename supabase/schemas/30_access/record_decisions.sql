alter table public.record_decisions enable row level security;
alter table public.record_decisions force row level security;

grant select on public.record_decisions to authenticated;

create policy record_decisions_firebase_project on public.record_decisions as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy record_decisions_firebase_project on public.record_decisions is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy record_decisions_select on public.record_decisions for select to authenticated
  using (patient_id in (select private.patients_in_care()));
comment on policy record_decisions_select on public.record_decisions is 'Providers who have the patient in care.';
