create type private.access as (
  rpc text,
  action text,
  object_kind text,
  object_id uuid,
  actor_uid text,
  idempotency_key text,
  refusal jsonb
);

comment on type private.access is
  'One call of an RPC between private.open_access and private.close_access. actor_uid: sub of the token, whoever that is; object: what the call names; refusal: the answer where the call may not go on.';
