create table audit.retirements (
  month date primary key check (extract(day from month) = 1),
  event_count bigint not null check (event_count >= 0),
  archive_sha256 text not null check (archive_sha256 ~ '^[0-9a-f]{64}$'),
  retired_at timestamptz not null default clock_timestamp()
);

alter table audit.retirements enable row level security;

comment on table audit.retirements is 'Months whose rows were archived and dropped after six years; their blocks stay.';
comment on column audit.retirements.archive_sha256 is 'SHA-256 of the archive file the rows went to.';
