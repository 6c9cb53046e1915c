create table audit.events (
  cluster_id bigint not null,
  transaction_id bigint not null,
  id bigint generated always as identity,
  occurred_at timestamptz not null,
  actor_uid text check (length(actor_uid) between 1 and 128),
  actor_id uuid,
  actor_role text not null check (actor_role in ('patient', 'provider', 'administrator', 'worker', 'unknown')),
  action text not null check (action in ('C', 'R', 'U')),
  rpc text not null check (rpc ~ '^[a-z_]{1,63}$'),
  patient_id uuid,
  object_kind text not null check (object_kind in ('patient', 'encounter', 'note', 'draft', 'conflict', 'emergency_access')),
  object_id uuid,
  outcome text not null check (outcome ~ '^[A-Z_]{2,40}$'),
  replayed boolean not null,
  purpose text check (purpose in ('TREAT', 'BTG', 'PATRQT', 'HOPERAT')),
  request_id text check (request_id ~ '^[A-Za-z0-9._-]{1,64}$'),
  source text not null check (source ~ '^[a-z0-9-]{1,40}$'),
  -- The order in which rows are sealed comes first; a partitioned table wants its partition key in it.
  primary key (cluster_id, transaction_id, id, occurred_at)
) partition by range (occurred_at);

create index events_patient_idx on audit.events (patient_id, id);
-- What private.rate_limit_wait counts: every call but those it refused itself.
create index events_calls_idx on audit.events (actor_uid, rpc, occurred_at) where outcome <> 'RATE_LIMITED';

-- A month nobody made a partition for lands here: a missing partition never stops care.
create table audit.events_default partition of audit.events default;

alter table audit.events enable row level security;
alter table audit.events_default enable row level security;

comment on table audit.events is
  'One call of an RPC that ended in an answer: who, in which role, did what to whom, with what outcome, for what purpose. Fields after FHIR AuditEvent and IHE BALP. Ids, codes and times only: no column can hold clinical text, a name or a token. No foreign keys, so that it outlives what it speaks of.';
comment on column audit.events.cluster_id is 'pg_control_system().system_identifier: transaction ids of two clusters have nothing to do with each other.';
comment on column audit.events.transaction_id is 'pg_current_xact_id(): what says whether anything can still be written before it.';
comment on column audit.events.occurred_at is 'The database''s wall clock when the call was answered.';
comment on column audit.events.actor_uid is 'sub of the caller''s token; null for the draft worker and for a token that is not of our project.';
comment on column audit.events.action is 'FHIR AuditEvent.action: C create, R read, U update.';
comment on column audit.events.outcome is 'OK, or the error code of the refusal.';
comment on column audit.events.purpose is 'HL7 v3 PurposeOfUse the access rested on: TREAT a care relationship, BTG an emergency access (break the glass), PATRQT the patient''s own, HOPERAT an administrator''s; null where nothing was granted.';
comment on column audit.events.source is 'The function that says it called, or data-api for everybody else; what the caller claims, not what was proven.';
comment on table audit.events_default is 'Rows of months without a partition of their own; they are never retired.';
