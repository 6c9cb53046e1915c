alter table public.call_transcript_chunks enable row level security;
alter table public.call_transcript_chunks force row level security;

grant select on public.call_transcript_chunks to authenticated;

create policy call_transcript_chunks_firebase_project on public.call_transcript_chunks as restrictive to authenticated
  using ((select private.token_is_ours()))
  with check ((select private.token_is_ours()));
comment on policy call_transcript_chunks_firebase_project on public.call_transcript_chunks is 'Only tokens of our own Firebase project count, whatever else allows the row.';

create policy call_transcript_chunks_select on public.call_transcript_chunks for select to authenticated
  using (exists (select from public.video_call_sessions as encounter where encounter.id = encounter_id));
comment on policy call_transcript_chunks_select on public.call_transcript_chunks is 'Who may see the encounter: its patient and its provider.';
