create table private.idempotency_keys (
  user_id uuid not null references public.users (id) on delete restrict,
  operation text not null,
  key text not null check (key ~ '^[\x21-\x7e]{1,255}$'),
  request_sha256 text not null check (request_sha256 ~ '^[0-9a-f]{64}$'),
  result_id uuid,
  created_at timestamptz not null default now(),
  primary key (user_id, operation, key)
);

alter table private.idempotency_keys enable row level security;

comment on table private.idempotency_keys is 'Idempotency keys seen, per person and operation (draft-ietf-httpapi-idempotency-key-header): the same key with another request is refused.';
comment on column private.idempotency_keys.result_id is 'What the first request made, a snapshot or a draft: a repeat answers it again.';
