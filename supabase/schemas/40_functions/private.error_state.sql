create function private.error_state(p_code text) returns text
language sql
immutable
security invoker
set search_path = ''
as $$
  select case p_code
    when 'INVALID_FIREBASE_TOKEN' then 'token is not of our Firebase project'
    when 'TOKEN_REVOKED' then 'sign-in was revoked'
    when 'ROLE_CLAIM_MISSING' then 'role claim is not authenticated'
    when 'USER_NOT_PROVISIONED' then 'person is not registered'
    when 'USER_DISABLED' then 'person is locked out'
    when 'FORBIDDEN' then 'caller''s role may not do this'
    when 'SESSION_NOT_FOUND' then 'encounter not found'
    when 'APPOINTMENT_NOT_FOUND' then 'appointment not found'
    when 'PATIENT_NOT_FOUND' then 'patient not found'
    when 'NOT_FOUND' then 'note not found'
    when 'NOTE_NOT_SIGNED' then 'note is not signed'
    when 'DRAFT_LOCKED' then 'note is signed'
    when 'NOTE_RETRACTED' then 'note is retracted'
    when 'TRANSCRIPT_EMPTY' then 'transcript is empty'
    when 'IDEMPOTENCY_KEY_REUSED' then 'idempotency key was used for another request'
    when 'MISSING_PARAMS' then 'a required parameter is null'
  end
$$;

comment on function private.error_state(text) is
  'The state behind a code that always means the same, for the second half of the sentence "Cannot <verb>: <state>".';
