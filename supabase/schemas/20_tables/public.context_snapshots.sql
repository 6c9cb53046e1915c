create table public.context_snapshots (
  id uuid primary key default gen_random_uuid(),
  encounter_id uuid not null references public.video_call_sessions (id) on delete restrict,
  snapshot_version integer not null check (snapshot_version >= 1),
  record_version text not null,
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  created_by uuid not null references public.users (id) on delete restrict,
  created_at timestamptz not null default now(),
  unique (encounter_id, snapshot_version),
  unique (id, encounter_id)
);

create index context_snapshots_created_by_idx on public.context_snapshots (created_by);

alter table public.video_call_sessions
  add constraint video_call_sessions_context_snapshot_id_fkey
  foreign key (context_snapshot_id, id) references public.context_snapshots (id, encounter_id) on delete restrict;

comment on table public.context_snapshots is 'What was known of the patient when the provider opened the encounter. Immutable; a changed record makes a new version.';
comment on column public.context_snapshots.content is 'The snapshot as create-context-snapshot answers it, without id, version and time.';
comment on column public.context_snapshots.record_version is 'SHA-256 of the record''s content the snapshot saw.';
