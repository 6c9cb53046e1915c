create table private.record_substances (
  patient_id uuid not null,
  substance text collate "C" not null,
  section text not null check (section in ('medications', 'allergies')),
  entry_id uuid not null,
  primary key (patient_id, substance, section, entry_id),
  foreign key (patient_id, entry_id) references private.record_entries (patient_id, id) on delete restrict
);

create index record_substances_entry_idx on private.record_substances (patient_id, entry_id);

alter table private.record_substances enable row level security;

comment on table private.record_substances is
  'What each medication of a record contains or belongs to, and what each allergy names: where the two meet.';
