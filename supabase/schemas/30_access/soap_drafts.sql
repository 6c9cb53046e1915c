alter table public.soap_drafts enable row level security;
alter table public.soap_drafts force row level security;

-- All but the lease and a model's unchecked answer, which are between the worker and the database.
grant select (
  id, encounter_id, revision, state, snapshot_id, transcript_sha256, model, prompt_version, draft, created_by, created_at,
  completed_at, phase, attempts, deadline_at, failure, transcript_chunks
) on public.soap_drafts to authenticated;

create policy soap_drafts_firebase_project on public.soap_drafts as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy soap_drafts_firebase_project on public.soap_drafts is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy soap_drafts_select on public.soap_drafts for select to authenticated
  using (
    exists (
      select from public.video_call_sessions as encounter
      where encounter.id = encounter_id and encounter.provider_id = (select private.current_user_id())
    )
  );
comment on policy soap_drafts_select on public.soap_drafts is 'The encounter''s provider while the patient is in care.';
