create table private.record_events (
  patient_id uuid not null references public.patient_profiles (user_id) on delete restrict,
  sequence integer not null check (sequence >= 1),
  kind text not null check (kind in ('merge', 'retraction', 'decision', 'rebuild')),
  soap_note_id uuid,
  decision_id uuid references public.record_decisions (id) on delete restrict,
  record_version text not null,
  recorded_by uuid references public.users (id) on delete restrict,
  recorded_at timestamptz not null,
  primary key (patient_id, sequence),
  foreign key (soap_note_id, patient_id) references public.soap_notes (id, patient_id) on delete restrict,
  check ((soap_note_id is not null) = (kind in ('merge', 'retraction'))),
  check ((decision_id is not null) = (kind = 'decision'))
);

create index record_events_version_idx on private.record_events (patient_id, record_version, sequence);
create index record_events_soap_note_idx on private.record_events (soap_note_id, patient_id);
create index record_events_decision_idx on private.record_events (decision_id);
create index record_events_recorded_by_idx on private.record_events (recorded_by);

alter table private.record_events enable row level security;

comment on table private.record_events is
  'The journal of the cumulative record, append-only: one row for every version a patient''s record ever had, in order, with what made it. What was known at a moment is read from here.';
comment on column private.record_events.kind is
  'merge: a note entered, in the place of the one it amends; retraction: it left; decision: a conflict was decided; rebuild: the rules of the fold changed.';
comment on column private.record_events.recorded_at is 'Wall clock behind the patient''s lock, so that it rises with sequence.';
