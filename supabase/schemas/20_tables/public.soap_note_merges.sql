create table public.soap_note_merges (
  soap_note_id uuid primary key,
  patient_id uuid not null,
  record_version text not null,
  changes jsonb not null check (jsonb_typeof(changes) = 'object'),
  merged_by uuid references public.users (id) on delete restrict,
  merged_at timestamptz not null default now(),
  foreign key (soap_note_id, patient_id) references public.soap_notes (id, patient_id) on delete restrict
);

create index soap_note_merges_patient_id_idx on public.soap_note_merges (patient_id);
create index soap_note_merges_note_patient_idx on public.soap_note_merges (soap_note_id, patient_id);
create index soap_note_merges_merged_by_idx on public.soap_note_merges (merged_by);

comment on table public.soap_note_merges is 'The merge ledger: which signed note entered the record, when, and what it changed then.';
comment on column public.soap_note_merges.changes is 'Per section of the record: added, updated, confirmed, carried, conflicts.';
