create table public.record_conflicts (
  id uuid primary key,
  patient_id uuid not null references public.patient_profiles (user_id) on delete restrict,
  kind text not null,
  section text not null,
  field text,
  item_ids jsonb not null check (jsonb_typeof(item_ids) = 'array'),
  sides jsonb not null check (jsonb_typeof(sides) = 'array'),
  status text not null default 'open' check (status in ('open', 'decided', 'withdrawn')),
  opened_at timestamptz not null default clock_timestamp(),
  closed_at timestamptz,
  unique (id, patient_id),
  check ((status = 'open') = (closed_at is null))
);

create index record_conflicts_patient_id_idx on public.record_conflicts (patient_id) where status = 'open';
create index record_conflicts_of_patient_idx on public.record_conflicts (patient_id, opened_at);

comment on table public.record_conflicts is
  'The conflict ledger: every open question the fold ever found in a record, with both sides side by side. Written with the record; see public.resolve_conflict.';
comment on column public.record_conflicts.id is 'Made from kind, section, field and sides: when a side changes it is another conflict.';
comment on column public.record_conflicts.kind is 'lower_allergy_severity, reported_after_refutation, incomplete_regimen, same_day_doses, ambiguous_identity, drug_allergy, none_known_after_recorded.';
comment on column public.record_conflicts.item_ids is 'Ids of the record''s items it is about.';
comment on column public.record_conflicts.sides is 'sides[] {item_id, value, soap_note_id, encounter_at, signed_by}: who said what, and when.';
comment on column public.record_conflicts.status is 'open; decided: a decision answers it; withdrawn: what the notes say no longer conflicts.';
