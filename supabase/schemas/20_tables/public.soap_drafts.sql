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
  phase text not null default 'transcript' check (
    phase in ('context', 'transcript', 'generate', 'ground', 'check', 'store')
  ),
  attempts integer not null default 0 check (attempts >= 0),
  lease_id uuid,
  lease_until timestamptz,
  deadline_at timestamptz not null default now() + interval '120 seconds',
  failure text check (failure in ('deadline', 'budget', 'signed', 'access')),
  transcript_chunks integer check (transcript_chunks >= 0),
  model_answer text,
  unique (encounter_id, revision),
  foreign key (snapshot_id, encounter_id) references public.context_snapshots (id, encounter_id) on delete restrict,
  check ((state = 'draft_ready') = (draft is not null)),
  check ((state = 'drafting') = (completed_at is null)),
  check ((lease_id is null) = (lease_until is null)),
  check (state = 'drafting' or lease_id is null),
  check ((state = 'failed') = (failure is not null)),
  check (state = 'drafting' or model_answer is null)
);

create index soap_drafts_snapshot_id_idx on public.soap_drafts (snapshot_id, encounter_id);
create index soap_drafts_created_by_idx on public.soap_drafts (created_by);
create index soap_drafts_deadline_at_idx on public.soap_drafts (deadline_at) where state = 'drafting';

alter table public.soap_notes
  add column draft_id uuid references public.soap_drafts (id) on delete restrict;

create index soap_notes_draft_id_idx on public.soap_notes (draft_id);

comment on column public.soap_notes.draft_id is 'The draft the note was made from; null where a clinician wrote it without one.';
comment on table public.soap_drafts is 'Drafts of an encounter''s note, one row per revision: the job while it is drafting, the result once it is ready.';
comment on column public.soap_drafts.draft is 'SoapNote as the drafter wrote it; never changed by a clinician''s edit.';
comment on column public.soap_drafts.phase is 'How far the work is: what was last begun. It goes back only with another attempt.';
comment on column public.soap_drafts.attempts is 'How many calls of a model were recorded for this draft; 0 for the offline drafter.';
comment on column public.soap_drafts.lease_id is 'Who works on it: only the holder of the lease stores a result, and only with the worker''s key. Null or past lease_until: whoever asks next takes over.';
comment on column public.soap_drafts.deadline_at is 'When a draft that is not ready is given up: state failed.';
comment on column public.soap_drafts.failure is 'Why it was given up: deadline (nobody finished it in time), budget (no model call was left to make), signed (the note was) or access (its provider may not act on the encounter any more).';
comment on column public.soap_drafts.transcript_chunks is 'How many chunks of the transcript its writer was given; null in drafts of an earlier release.';
comment on column public.soap_drafts.model_answer is 'What a model answered, from when its call is settled until the draft is stored or given up: a worker that takes over in between need not have it answered, and paid for, again.';
