create schema audit;

comment on schema audit is
  'Who touched what, append-only: one row for every call of an RPC that ended in an answer, written in the same transaction; sealed into hash-linked blocks. No client, no function and no API role has any privilege here.';
