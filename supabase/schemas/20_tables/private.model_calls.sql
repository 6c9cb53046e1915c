create table private.model_calls (
  draft_id uuid not null references public.soap_drafts (id) on delete restrict,
  attempt integer not null check (attempt >= 1),
  provider_id uuid not null references public.users (id) on delete restrict,
  facility_name text not null,
  model text not null,
  prompt_version text not null,
  prompt_sha256 text not null check (prompt_sha256 ~ '^[0-9a-f]{64}$'),
  state text not null default 'reserved' check (state in ('reserved', 'answered', 'failed', 'abandoned')),
  reserved_tokens integer not null check (reserved_tokens >= 0),
  input_tokens integer check (input_tokens >= 0),
  cached_input_tokens integer check (cached_input_tokens >= 0),
  output_tokens integer check (output_tokens >= 0),
  latency_ms integer check (latency_ms >= 0),
  fault text check (fault ~ '^[a-z][a-z0-9_]{0,63}$'),
  started_at timestamptz not null default now(),
  settled_at timestamptz,
  lease_id uuid,
  primary key (draft_id, attempt),
  check ((state in ('answered', 'failed')) = (settled_at is not null)),
  check ((state = 'failed') = (fault is not null))
);

create index model_calls_provider_idx on private.model_calls (provider_id, started_at);
create index model_calls_facility_idx on private.model_calls (facility_name, started_at);
create index model_calls_settled_idx on private.model_calls (model, settled_at) where state in ('answered', 'failed');

alter table private.model_calls enable row level security;

comment on table private.model_calls is 'Every call of a language model, recorded before it is sent and settled after: what budgets count, and what drafting cost. No words of an encounter.';
comment on column private.model_calls.facility_name is 'Where the encounter takes place, for the facility''s budget; empty where nobody said.';
comment on column private.model_calls.state is 'reserved: sent or about to be; abandoned: its worker is gone, so its cost is not known and the reservation stands.';
comment on column private.model_calls.prompt_sha256 is 'SHA-256 over the instructions and the answer''s schema as sent, without the encounter.';
comment on column private.model_calls.lease_id is 'The lease it was reserved on; who settles it names it.';
comment on column private.model_calls.fault is 'What went wrong, as one word of ours: http_503, timeout, truncated.';
