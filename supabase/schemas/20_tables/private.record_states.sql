create table private.record_states (
  patient_id uuid primary key references public.patient_profiles (user_id) on delete restrict,
  rules_version text not null,
  record_version text not null check (record_version ~ '^[0-9a-f]{64}$'),
  buckets bytea not null check (length(buckets) = 8192),
  is_being_written boolean not null default false,
  allergies integer not null default 0 check (allergies >= 0)
);

alter table private.record_states enable row level security;

-- Hashes do not compress.
alter table private.record_states alter column buckets set storage external;

comment on table private.record_states is 'Where the fold of each patient''s record stands.';
comment on column private.record_states.buckets is 'The 256 bucket hashes the version of the record is made of.';
comment on column private.record_states.is_being_written is 'True only inside private.write_record, the one writer of the column; never committed.';
comment on column private.record_states.allergies is 'How many allergies the column has, under these rules; 0 while it was last written under others.';
