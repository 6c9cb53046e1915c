create table audit.blocks (
  number bigint primary key check (number >= 1),
  cluster_id bigint not null,
  from_transaction_id bigint not null,
  to_transaction_id bigint not null check (to_transaction_id > from_transaction_id),
  month date not null check (extract(day from month) = 1),
  event_count integer not null check (event_count >= 1),
  leaves bytea not null check (length(leaves) = 32 * event_count),
  sealed_at timestamptz not null,
  previous_sha256 bytea not null check (length(previous_sha256) = 32),
  sha256 bytea not null check (length(sha256) = 32)
);

alter table audit.blocks enable row level security;

comment on table audit.blocks is
  'The chain: each block seals the rows of audit.events of one month whose transaction ids lie from from_transaction_id up to, not including, to_transaction_id, and the block before it.';
comment on column audit.blocks.month is 'First day, in UTC, of the month its rows lie in, so that a month can be retired as a whole.';
comment on column audit.blocks.leaves is 'audit.event_digest of each row, 32 bytes each, in the order of transaction_id and id: says which row was changed.';
comment on column audit.blocks.sha256 is 'audit.block_digest of the block; an exported one is what a rewritten or shortened chain cannot match.';
