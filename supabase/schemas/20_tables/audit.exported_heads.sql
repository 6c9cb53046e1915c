create table audit.exported_heads (
  block_number bigint not null,
  sha256 bytea not null check (length(sha256) = 32),
  exported_at timestamptz not null default clock_timestamp(),
  primary key (block_number, exported_at)
);

alter table audit.exported_heads enable row level security;

comment on table audit.exported_heads is
  'Which heads of the chain were written outside of the database, and when. What they are worth lies outside: this table is only asked before a month is retired.';
