create table private.idempotency_keys (
  user_id uuid not null references public.users (id) on delete restrict,
  operation text not null,
  key text not null check (length(key) between 1 and 255),
  request_sha256 text not null check (request_sha256 ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null default now(),
  primary key (user_id, operation, key)
);

comment on table private.idempotency_keys is 'Idempotency keys seen, per person and operation (draft-ietf-httpapi-idempotency-key-header): the same key with another request is refused.';
