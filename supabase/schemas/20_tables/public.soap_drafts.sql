create table public.soap_drafts (
  id uuid primary key default gen_random_uuid(),
  encounter_id uuid not null references public.video_call_sessions (id) on delete restrict,
  revision integer not null check (revision >= 1),
  state text not null default 'drafting' check (state in ('drafting', 'draft_ready', 'failed')),
  snapshot_id uuid,
  transcript_sha256 text not null check (transcript_sha256 ~ '^[0-9a-f]{64}$'),
  model text not null,
  prompt_version text not null,
  draft jsonb check (jsonb_typeof(draft) = 'object'),
  created_by uuid not null references public.users (id) on delete restrict,
  created_at timestamptz not null default now(),
  completed_at timestamptz,
  unique (encounter_id, revision),
  foreign key (snapshot_id, encounter_id) references public.context_snapshots (id, encounter_id) on delete restrict,
  check ((state = 'draft_ready') = (draft is not null)),
  check ((state = 'drafting') = (completed_at is null))
);

create index soap_drafts_snapshot_id_idx on public.soap_drafts (snapshot_id, encounter_id);
create index soap_drafts_created_by_idx on public.soap_drafts (created_by);

comment on table public.soap_drafts is 'Drafts of an encounter''s note, one row per revision: the job while it is drafting, the result once it is ready.';
comment on column public.soap_drafts.draft is 'SoapNote as the drafter wrote it; never changed by a clinician''s edit.';
