alter table public.context_snapshots enable row level security;
alter table public.context_snapshots force row level security;

grant select on public.context_snapshots to authenticated;

create policy context_snapshots_firebase_project on public.context_snapshots as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy context_snapshots_firebase_project on public.context_snapshots is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy context_snapshots_select on public.context_snapshots for select to authenticated
  using (
    exists (
      select from public.video_call_sessions as encounter
      where encounter.id = encounter_id and encounter.provider_id = (select private.current_user_id())
    )
  );
comment on policy context_snapshots_select on public.context_snapshots is 'The encounter''s provider while the patient is in care.';
