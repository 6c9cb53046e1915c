create function private.http_status(p_code text) returns integer
language sql
immutable
security invoker
set search_path = ''
as $$
  select case p_code
    when 'INVALID_REQUEST' then 400
    when 'MISSING_PARAMS' then 400
    when 'INVALID_FIREBASE_TOKEN' then 401
    when 'TOKEN_REVOKED' then 401
    when 'ROLE_CLAIM_MISSING' then 403
    when 'USER_NOT_PROVISIONED' then 403
    when 'USER_DISABLED' then 403
    when 'FORBIDDEN' then 403
    when 'SESSION_NOT_FOUND' then 404
    when 'APPOINTMENT_NOT_FOUND' then 404
    when 'PATIENT_NOT_FOUND' then 404
    when 'SNAPSHOT_NOT_FOUND' then 404
    when 'NOT_FOUND' then 404
    when 'NOTE_NOT_SIGNED' then 409
    when 'NOTE_RETRACTED' then 409
    when 'DRAFT_LOCKED' then 409
    when 'REVISION_CONFLICT' then 409
    when 'REVIEW_INCOMPLETE' then 409
    when 'PAYLOAD_TOO_LARGE' then 413
    when 'IDEMPOTENCY_KEY_REUSED' then 422
    when 'TRANSCRIPT_EMPTY' then 422
    when 'RATE_LIMITED' then 429
    when 'LLM_BUDGET_EXHAUSTED' then 429
    else 500
  end
$$;

comment on function private.http_status(text) is 'HTTP status of an error code; a code that is not in the table is our own fault: 500.';
