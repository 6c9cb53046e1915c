create table private.record_assertions (
  patient_id uuid not null,
  note_id uuid not null,
  section text not null,
  neighbourhood text collate "C" not null,
  name_key text collate "C" generated always as (facts ->> 'name') stored,
  place text collate "C" not null,
  encounter_at timestamptz not null,
  signed_by uuid not null,
  stage integer not null,
  position integer not null,
  row_id text not null,
  fields jsonb not null check (jsonb_typeof(fields) = 'object'),
  facts jsonb not null check (jsonb_typeof(facts) = 'object'),
  rules_version text not null,
  primary key (note_id, section, stage, row_id, rules_version),
  foreign key (note_id, patient_id) references public.soap_notes (id, patient_id) on delete restrict
);

create index record_assertions_note_patient_idx on private.record_assertions (note_id, patient_id);
create index record_assertions_neighbourhood_idx on private.record_assertions (patient_id, section, neighbourhood, place);
create index record_assertions_name_key_idx on private.record_assertions (patient_id, name_key) where name_key is not null;

alter table private.record_assertions enable row level security;

comment on table private.record_assertions is
  'What signed notes say, one row per statement, written once at signing and never changed: the ledger the record is folded from.';
comment on column private.record_assertions.neighbourhood is
  'Identity key of what the statement is about, before anything joins: icd10:E119 or name:asthma, an ingredient, an allergen, a topic, a vital; of a claim about a list, list and claim.';
comment on column private.record_assertions.name_key is 'Conditions: the key of the name, by which entries with and without a code find each other.';
comment on column private.record_assertions.place is 'private.record_place: sorts as the record orders statements.';
comment on column private.record_assertions.rules_version is 'private.record_rules_version() under which the keys and facts were derived; rows of other rules are not read.';
