create function audit.event_digest(p_event audit.events) returns bytea
language sql
immutable
security invoker
set search_path = ''
as $$
  -- As JSON, so that no two rows give the same text; the time as a number, so that no setting of a session is in it.
  select sha256(convert_to(jsonb_build_array(
    p_event.cluster_id, p_event.transaction_id, p_event.id, extract(epoch from p_event.occurred_at),
    p_event.actor_uid, p_event.actor_id, p_event.actor_role, p_event.action, p_event.rpc,
    p_event.patient_id, p_event.object_kind, p_event.object_id,
    p_event.outcome, p_event.replayed, p_event.purpose, p_event.request_id, p_event.source
  )::text, 'UTF8'))
$$;

comment on function audit.event_digest(audit.events) is 'SHA-256 of everything in a row of the audit: one leaf of its block.';
