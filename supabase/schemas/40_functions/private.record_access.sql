create function private.record_access(p_event audit.events) returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_headers jsonb := private.request_headers();
  v_request_id text := v_headers ->> 'x-request-id';
begin
  insert into audit.events (
    cluster_id, transaction_id, occurred_at, actor_uid, actor_id, actor_role, action, rpc, patient_id, object_kind,
    object_id, outcome, replayed, purpose, request_id, source
  )
  values (
    (pg_catalog.pg_control_system()).system_identifier, pg_current_xact_id()::text::bigint, clock_timestamp(),
    p_event.actor_uid, p_event.actor_id, p_event.actor_role, p_event.action, p_event.rpc, p_event.patient_id,
    p_event.object_kind, p_event.object_id, p_event.outcome, p_event.replayed, p_event.purpose,
    case when v_request_id ~ '^[A-Za-z0-9._-]{1,64}$' then v_request_id end,
    case v_headers ->> 'x-function'
      when 'create-context-snapshot' then 'create-context-snapshot'
      when 'generate-soap-draft-v2' then 'generate-soap-draft-v2'
      when 'get-patient-history' then 'get-patient-history'
      when 'update-patient-medical-record' then 'update-patient-medical-record'
      else 'data-api'
    end
  );
exception
  -- Class 58, so that the functions answer 503 and the caller repeats: nothing was done and nothing was told.
  when others then
    raise exception 'Cannot record access: SQLSTATE %', sqlstate using errcode = '58000';
end;
$$;

comment on function private.record_access(audit.events) is
  'Appends one row to the audit; who, what and why are the event''s, the rest is added here. No access goes on without.';
