create function audit.event_digest(p_event audit.events) returns bytea
language plpgsql
immutable
security invoker
set search_path = ''
as $$
begin
  -- One text for each row: every column has its place, the only one that may hold a blank is quoted, nothing is the
  -- empty text, which no column holds; and a time is a number, so that no setting of a session is in it.
  return sha256(convert_to(concat_ws(
    ' ',
    p_event.cluster_id, p_event.transaction_id, p_event.id, extract(epoch from p_event.occurred_at),
    coalesce(quote_literal(p_event.actor_uid), ''), coalesce(p_event.actor_id::text, ''), p_event.actor_role,
    p_event.action, p_event.rpc,
    coalesce(p_event.patient_id::text, ''), p_event.object_kind, coalesce(p_event.object_id::text, ''),
    p_event.outcome, p_event.replayed, coalesce(p_event.purpose, ''), coalesce(p_event.request_id, ''), p_event.source
  ), 'UTF8'));
end;
$$;

comment on function audit.event_digest(audit.events) is 'SHA-256 of everything in a row of the audit: one leaf of its block.';
