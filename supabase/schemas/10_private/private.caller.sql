create type private.caller as (
  user_id uuid,
  is_patient boolean,
  is_provider boolean,
  may_practise boolean,
  refusal text
);

comment on type private.caller is
  'Who is calling. refusal is null for a person we know and accept, else the error code; may_practise: an approved provider who is not suspended.';
